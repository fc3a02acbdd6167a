import { CALVANO, type LearningAnswer, type LearningOf } from "../../engine/index.ts";
import { number } from "../../words/format.ts";
import { askAll } from "../explain/asked.ts";
import { print } from "../io.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

export const learningVerb: Verb = {
  flags: [
    ["-n, --runs <n>", { en: "sessions (default 100)", zh: "学习过程的次数（默认 100）" }],
    ["--alpha <x>", { en: "learning rate (default 0.15)", zh: "学习率（默认 0.15）" }],
    [
      "--beta <x>",
      { en: "exploration fades as e^(-beta t) (default 4e-6)", zh: "探索概率按 e^(-beta t) 衰减（默认 4e-6）" },
    ],
    ["--delta <x>", { en: "discount factor of a period (default 0.95)", zh: "每期贴现因子（默认 0.95）" }],
    ["--points <n>", { en: "prices on the grid (default 15)", zh: "价格档数（默认 15）" }],
  ],
  example: "pricewar learning textbook-algorithms -n 4 --beta 0.0001 --points 7",
  async run([name], options) {
    const runs = wholeNumber("-n", String(options.runs ?? 100), 2, 100_000);
    const { scenario } = openScenario(name, options);
    const of = studied(options);
    const { clock } = scenario;
    const found = await askAll("learning", of, { scenario, runs, options, span: { from: clock.start, to: clock.end } });
    print(options.json ? JSON.stringify({ ...of, ...found }) : text(found, scenario.title[options.lang], options));
  },
};

/** The paper's baseline, changed by flags. @throws UsageError */
function studied(options: Options): LearningOf {
  const between = (flag: string, fallback: number, low: number, high: number): number => {
    const given = options[flag];
    const x = given === undefined ? fallback : Number(given);
    if (x > low && x < high) return x;
    const range = `${low} < x < ${high}`;
    throw new UsageError(
      options.lang === "zh"
        ? `--${flag} ${String(given)}：应为数，且 ${range}`
        : `--${flag} ${String(given)}: expected a number, ${range}`,
    );
  };
  return {
    learning: {
      ...CALVANO,
      alpha: between("alpha", CALVANO.alpha, 0, 1),
      beta: between("beta", CALVANO.beta, 0, 1),
      delta: between("delta", CALVANO.delta, 0, 1),
    },
    grid: { points: wholeNumber("--points", String(options.points ?? 15), 2, 50), beyond: 0.1 },
  };
}

const PERIODS = 12; // shown of the answer to a cut

function text({ summary: s, nash, cartel }: LearningAnswer, title: string, { lang }: Options): string {
  const zh = lang === "zh";
  const [low, high] = [nash, cartel].map((x) => number(x.reduce((a, b) => a + b, 0) / x.length));
  const converged = zh
    ? `${s.sessions} 次学习，${s.converged} 次收敛，平均 ${number(s.periods)} 期。`
    : `${s.sessions} sessions, ${s.converged} converged, after ${number(s.periods)} periods on average.`;
  const gain = zh
    ? `利润增益 Δ = ${number(s.gain)} ± ${number(1.96 * s.gainSe)}（0 为竞争，1 为合谋；95 % 区间）。`
    : `Profit gain Δ = ${number(s.gain)} ± ${number(1.96 * s.gainSe)} (0 competition, 1 collusion; 95 % interval).`;
  const price = zh
    ? `平均价格 ${number(s.price)}；纳什价 ${low}，卡特尔价 ${high}。`
    : `Mean price ${number(s.price)}; Nash ${low}, cartel ${high}.`;
  const answer = zh
    ? `第 0 期一家降到当期最优价，之后各自照学到的做；降价在 ${number(100 * s.profitable, 2)} % 的情形下划算：`
    : `In period 0 one cuts to its best price of the day, then all play what they learnt; the cut pays in ${number(100 * s.profitable, 2)} % of sessions:`;
  const table = plainTable(zh ? ["期", "降价者", "对手"] : ["period", "who cut", "rivals"], [0, 1, 2]);
  for (let t = 0; t < Math.min(PERIODS, s.own.length); t++)
    table.push([String(t - 1), s.own[t].toFixed(3), s.rivals[t].toFixed(3)]);
  return [title, converged, gain, price, "", answer, table.toString()].join("\n");
}
