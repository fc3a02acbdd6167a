import type { Said, Text } from "../../engine/index.ts";
import type { Verdict } from "../../engine/validation.ts";
import { plural } from "../../engine/text/plural.ts";

/** What verbs print. */

type Head = Said<readonly string[]>;

/** check */
interface Size {
  readonly id: string;
  readonly vendors: number;
  readonly products: number;
  readonly events: number;
}
export const fine: Said<(scenario: Size) => string> = {
  en: ({ id, vendors, products, events }) =>
    `${id}: fine. ${plural(vendors, "vendor")}, ${plural(products, "product")}, ${plural(events, "event")}.`,
  zh: ({ id, vendors, products, events }) =>
    `${id}：没有问题。${vendors} 家厂商，${products} 款产品，${events} 个事件。`,
};

/** new */
export const oneWay = (flags: readonly string[]): Text => ({
  en: `${flags.join(" and ")} are two ways to begin: give one of them`,
  zh: `${flags.join(" 与 ")} 是两种起点，只能选一种`,
});
export const madeProject: Said<(folder: string) => string> = {
  en: (folder) => `Made ${folder}. Next: cd ${folder} && npm install && npm start`,
  zh: (folder) => `已建立 ${folder}。下一步：cd ${folder} && npm install && npm start`,
};
export const wrote: Said<(file: string) => string> = {
  en: (file) => `Wrote ${file}. Next: pricewar run ${file}`,
  zh: (file) => `已写好 ${file}。下一步：pricewar run ${file}`,
};

/** start */
export const OPEN: Text = { en: "Open", zh: "打开" };
interface Band {
  readonly seeds: number;
  readonly fall: readonly string[];
  readonly vendor: string;
  readonly times: number; // it gained most in so many seeds
  readonly gain: readonly string[];
}
export const middleEighty: Said<(band: Band) => string> = {
  en: ({ seeds, fall, vendor, times, gain }) =>
    `The middle 80% of ${seeds} seeds: list prices fall ${fall[0]} to ${fall[1]}; ${vendor} gains most in ${times} of ${seeds} (${gain[0]} to ${gain[1]}).`,
  zh: ({ seeds, fall, vendor, times, gain }) =>
    `${seeds} 个种子，取中间 80%：目录价跌幅 ${fall[0]}–${fall[1]}；${vendor}在 ${times} 次运行中份额涨得最多（${gain[0]} 至 ${gain[1]}）。`,
};

/** calibrate */
export const SERIES: Said<readonly string[]> = { en: ["observed", "model"], zh: ["观测", "模型"] };

/** backtest */
export const BACKTEST_HEAD: Head = {
  en: ["target", "observed", "model", "8 in 10 runs", "error", ""],
  zh: ["目标", "公开值", "模型", "十分之八区间", "误差", ""],
};
export const FITTED: Text = { en: "Fitted (no test)", zh: "拟合所用（不算检验）" };
export const TESTED: Text = { en: "Tested", zh: "检验" };
export const STATED: Text = { en: "Mostly stated by the scenario (no test)", zh: "主要由情景给定（不算检验）" };
export const scored: Said<(model: string, noChange: string, decline: string) => string> = {
  en: (model, noChange, decline) =>
    `Distance from the prices posted (CRPS, ln price; less is better): the model ${model}, no change ${noChange}, a constant decline of ten times a year ${decline}.`,
  zh: (model, noChange, decline) =>
    `与实际价格的距离（CRPS，对数价格，越小越好）：模型 ${model}，价格不变 ${noChange}，每年降为十分之一 ${decline}。`,
};
export const NOTES: Text = { en: "Notes", zh: "说明" };
export const UNEXPLAINED: Text = { en: "What the model cannot explain", zh: "模型无法解释的" };
export const UNVERIFIED: Text = { en: "unverified", zh: "未核实" };
export const IN_BAND: Text = { en: "in the band", zh: "在区间内" };
export const OUTSIDE_BAND: Text = { en: "outside it", zh: "在区间外" };
export const coveredOf: Said<(covered: number, all: number) => string> = {
  en: (covered, all) => `${covered} of ${all} tested figures lie within the band of 8 in 10 runs.`,
  zh: (covered, all) => `${all} 个检验值中有 ${covered} 个落在十分之八区间内。`,
};
export const rightIn: Said<(part: string) => string> = {
  en: (part) => `right in ${part} of runs`,
  zh: (part) => `${part} 的运行相符`,
};

/** ensemble */
export const ensembleRuns: Said<(runs: number, failed: number, enough: boolean) => string> = {
  en: (runs, failed, enough) =>
    `${plural(runs, "run")}${failed > 0 ? `, ${failed} failed` : ""}${enough ? ", the interval is narrow enough" : ""}`,
  zh: (runs, failed, enough) =>
    `${runs} 次运行${failed > 0 ? `，另有 ${failed} 次失败` : ""}${enough ? "，区间已足够窄" : ""}`,
};
export const PROBABILITY: Text = { en: "Probability (95% interval)", zh: "概率（95% 区间）" };
export const stillThere: Said<(vendor: string) => string> = {
  en: (vendor) => `${vendor} is still there`,
  zh: (vendor) => `${vendor}${/[a-z0-9]$/i.test(vendor) ? " " : ""}仍在市场`,
};
export const fanTitle: Said<(output: string) => string> = {
  en: (output) => `${output}: median, and 90% of runs`,
  zh: (output) => `${output}：中位数与九成运行的范围`,
};

/** equilibrium */
export const PRICES_HEAD: Head = {
  en: ["product", "price", "unit cost", "Nash", "foreseeing", "cartel"],
  zh: ["产品", "现价", "单位成本", "Nash 价", "前瞻价", "卡特尔价"],
};
export const found: Said<(steps: number, residual: string) => string> = {
  en: (steps, residual) =>
    `An equilibrium in pure strategies: ${steps} steps, residual ${residual} of profit; no owner's search finds a profitable way out.`,
  zh: (steps, residual) => `已找到纯策略均衡：${steps} 步，残差为利润的 ${residual}；全局搜索未发现有利可图的偏离。`,
};
export const notFound: Said<(gain: string) => string> = {
  en: (gain) =>
    `No equilibrium in pure strategies was found; the Nash column is the range over which best replies move, and someone can always gain ${gain} or more.`,
  zh: (gain) => `没有找到纯策略均衡；“Nash 价” 一列是最优反应来回变动的区间，其中总有厂商还能再多赚至少 ${gain}。`,
};
export const otherEquilibria: Said<(starts: number, found: number) => string> = {
  en: (starts, found) =>
    `Searches from ${starts} other prices ended in ${found === 0 ? "no other equilibrium" : `${found} other${found === 1 ? "" : "s"}`}; none can show that there are no more.`,
  zh: (starts, found) =>
    `另从 ${starts} 组价格出发搜索，${found === 0 ? "没有找到其他均衡" : `又找到 ${found} 个均衡`}；搜索不能证明没有更多。`,
};
export const OWNED: Text = {
  en: "Owners as the scenario states them; --owners compares with every vendor on its own.",
  zh: "所有权以情景所写为准；--owners 与各厂商独立的情形对比。",
};
export const MERGE_OR_OWNERS: Text = {
  en: "--merge and --owners ask two questions: give one of them",
  zh: "--merge 与 --owners 是两个问题，只能给一个",
};
export const NO_STARTS: Text = {
  en: "--starts looks for other equilibria of one market, not of two owners' worlds: leave it out",
  zh: "--starts 只寻找单一所有权下的其他均衡，不能与 --merge 或 --owners 同用",
};
export const NO_OWNERS: Text = {
  en: "--owners: no vendor or product of this scenario has an owner; --merge a,b tries one",
  zh: "--owners：此情景没有写 owner；可用 --merge a,b 试一项合并",
};
export const MERGE_TWO: Text = {
  en: "--merge: expected two vendors or more, as in --merge a,b",
  zh: "--merge：须写两家或更多厂商，例如 --merge a,b",
};
export const ALL_HELD: Text = {
  en: "--hold: every price is held; leave some product to move",
  zh: "--hold：所有价格都被固定；须留下可以变动的产品",
};
export const profitGain: Said<(gain: string) => string> = {
  en: (gain) => `Profit gain Δ = ${gain} (0 competition, 1 the cartel)`,
  zh: (gain) => `利润增益 Δ = ${gain}（0 为竞争，1 为卡特尔）`,
};
export const FORESEEN_IS: Text = {
  en: "Foreseeing: what sellers without users to lose would post for two years who mean to drive nobody out but reckon with users who stay and costs that learn; below it a price is no investment.",
  zh: "前瞻价：不图挤走对手、但把留存用户和经验降本都算进去的厂商，若没有老用户要顾及，会在两年里维持的价格；低于它，就不能再算作投资。",
};
export const CARTEL_IS: Text = {
  en: "Cartel: one markup over unit cost for all, the best of its kind for joint profit; a single owner who sets every price apart would gain more.",
  zh: "卡特尔价：各家在单位成本上加同一加价，取使总利润最高者；若由一家逐一定价，所得更多。",
};
export const FREE_TO_CHOOSE: Text = {
  en: "On demand in which everybody is free to choose (no loyalty of present users); prices blend three input tokens with one of output.",
  zh: "按人人都可自由选择的需求计算（不计老客户的粘性）；价格按 3 : 1 的输入输出比混合。",
};

/** learning */
export const ANSWER_HEAD: Head = { en: ["period", "who cut", "rivals"], zh: ["期", "降价者", "对手"] };
export const converged: Said<(sessions: number, converged: number, periods: string) => string> = {
  en: (sessions, n, periods) => `${sessions} sessions, ${n} converged, after ${periods} periods on average.`,
  zh: (sessions, n, periods) => `${sessions} 次学习，${n} 次收敛，平均 ${periods} 期。`,
};
export const gainInterval: Said<(gain: string, error: string) => string> = {
  en: (gain, error) => `Profit gain Δ = ${gain} ± ${error} (0 competition, 1 collusion; 95 % interval).`,
  zh: (gain, error) => `利润增益 Δ = ${gain} ± ${error}（0 为竞争，1 为合谋；95 % 区间）。`,
};
export const meanPrice: Said<(price: string, nash: string, cartel: string) => string> = {
  en: (price, nash, cartel) => `Mean price ${price}; Nash ${nash}, cartel ${cartel}.`,
  zh: (price, nash, cartel) => `平均价格 ${price}；纳什价 ${nash}，卡特尔价 ${cartel}。`,
};
export const answerToCut: Said<(pays: string) => string> = {
  en: (pays) =>
    `In period 0 one cuts to its best price of the day, then all play what they learnt; the cut pays in ${pays} % of sessions:`,
  zh: (pays) => `第 0 期一家降到当期最优价，之后各自照学到的做；降价在 ${pays} % 的情形下划算：`,
};

/** validate */
export const STATUS: Readonly<Record<Verdict["status"], Text>> = {
  pass: { en: "pass", zh: "通过" },
  fail: { en: "FAIL", zh: "未通过" },
  "not-covered": { en: "not covered", zh: "未涵盖" },
  slow: { en: "slow", zh: "耗时" },
};
export const expectedAndGot: Said<(expected: string, got: string) => string> = {
  en: (expected, got) => `expected ${expected}, got ${got}`,
  zh: (expected, got) => `期望 ${expected}，所得 ${got}`,
};
export const tally: Said<(counts: Readonly<Record<Verdict["status"], number>>, rows: number) => string> = {
  en: (n, rows) =>
    `${plural(n.pass, "case passes", "cases pass")} (${plural(rows, "number")}), ${n.fail} fail, ${n["not-covered"]} not covered, ${n.slow} slow ones not run (--all runs them)`,
  zh: (n, rows) =>
    `${n.pass} 个算例通过（共 ${rows} 个数），${n.fail} 个未通过，${n["not-covered"]} 个未涵盖，${n.slow} 个耗时的未运行（加 --all 运行）`,
};
export const leftOpen: Said<(ids: readonly string[]) => string> = {
  en: (ids) => `not covered: ${ids.join(", ")}; nothing was held against the engine`,
  zh: (ids) => `未涵盖：${ids.join("、")}，未作任何核对`,
};
export const outsideTolerance: Said<(ids: readonly string[]) => string> = {
  en: (ids) => `outside tolerance: ${ids.join(", ")}`,
  zh: (ids) => `未达到容差：${ids.join("、")}`,
};
