import {
  type Benchmarks,
  benchmarks,
  compile,
  dayNumber,
  isoDate,
  marketAt,
  type Model,
  type Scenario,
} from "../../engine/index.ts";
import { number, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { print, progressLine } from "../io.ts";
import { openScenario } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

export const equilibriumVerb: Verb = {
  flags: [["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }]],
  example: "pricewar equilibrium china-2024 --at 2024-06-30 --agents 4000",
  async run([name], options) {
    const { scenario } = openScenario(name, options);
    const model = compile(scenario, { seed: options.seed });
    const tick = tickOf(model, options.at === undefined ? scenario.clock.start : String(options.at), options);
    const line = progressLine(scenario.title[options.lang], options.quiet, options.lang);
    const days = marketAt(model, tick);
    let step = days.next();
    for (; !step.done; step = days.next()) line.update(step.value);
    line.end();
    const b = benchmarks(model, step.value);
    const at = isoDate(model.startDay + tick * model.tickDays);
    print(options.json ? JSON.stringify(asJson(model, b, at)) : asText(scenario, model, b, { at, ...options }));
  },
};

const percent = (share: number) => `${number(100 * share, 2)}%`;

function tickOf(model: Model, date: string, { lang }: Options): number {
  const [first, last] = [model.startDay, model.startDay + (model.ticks - 1) * model.tickDays];
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayNumber(date) : NaN;
  if (Number.isNaN(day)) {
    throw new UsageError(
      lang === "zh" ? `--at ${date}：应为日期，如 2024-06-30` : `--at ${date}: expected a date such as 2024-06-30`,
    );
  }
  if (day < first || day > last) {
    const span = `${isoDate(first)} – ${isoDate(last)}`;
    throw new UsageError(
      lang === "zh"
        ? `--at ${date}：不在情景的时间范围内（${span}）`
        : `--at ${date}: outside the scenario's time (${span})`,
    );
  }
  return Math.floor((day - first) / model.tickDays);
}

function asJson(model: Model, b: Benchmarks, at: string): unknown {
  const { converged, residual, iterations, secondOrder, bestDeviation, cycle } = b.equilibrium;
  return {
    at,
    converged,
    residual,
    iterations,
    secondOrder,
    bestDeviation,
    gain: Number.isFinite(b.gain) ? b.gain : null,
    products: b.products.map((j, k) => ({
      id: model.products[j].id,
      unitCost: b.unitCost[k],
      nash: converged ? b.nash[k] : null,
      ...(cycle && { replies: [cycle.low[k], cycle.high[k]] }),
      cartel: b.cartel[k],
      price: b.price[k],
      rest: b.equilibrium.rest[k],
    })),
  };
}

function asText(scenario: Scenario, model: Model, b: Benchmarks, { lang, at }: Options & { at: string }): string {
  const zh = lang === "zh";
  const { cycle, converged, residual, iterations, bestDeviation } = b.equilibrium;
  const head = zh
    ? ["产品", "现价", "单位成本", "Nash 价", "卡特尔价"]
    : ["product", "price", "unit cost", "Nash", "cartel"];
  const table = plainTable(head, [1, 2, 3, 4]);
  b.products.forEach((j, k) => {
    const { id } = model.products[j];
    const nash = cycle ? `${number(cycle.low[k])}–${number(cycle.high[k])}` : price(b.nash[k], lang);
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    table.push([label, price(b.price[k], lang), number(b.unitCost[k]), nash, number(b.cartel[k])]);
  });
  const found = zh
    ? `已找到纯策略均衡：${iterations} 步，残差为利润的 ${residual.toExponential(1)}；全局搜索未发现有利可图的偏离。`
    : `An equilibrium in pure strategies: ${iterations} steps, residual ${residual.toExponential(1)} of profit; no owner's search finds a profitable way out.`;
  const missing = zh
    ? `没有找到纯策略均衡；“Nash 价” 一列是最优反应来回变动的区间，其中总有厂商还能再多赚至少 ${percent(bestDeviation)}。`
    : `No equilibrium in pure strategies was found; the Nash column is the range over which best replies move, and someone can always gain ${percent(bestDeviation)} or more.`;
  const gain = zh
    ? `利润增益 Δ = ${number(b.gain)}（0 为竞争，1 为合谋）`
    : `Profit gain Δ = ${number(b.gain)} (0 competition, 1 collusion)`;
  const basis = zh
    ? "按人人都可自由选择的需求计算（不计老客户的粘性）；价格按 3 : 1 的输入输出比混合。"
    : "On demand in which everybody is free to choose (no loyalty of present users); prices blend three input tokens with one of output.";
  return [
    `${scenario.title[lang]}  ${at}  ${priceUnit(scenario.currency, lang)}`,
    table.toString(),
    "",
    converged ? found : missing,
    ...(Number.isFinite(b.gain) ? [gain] : []),
    basis,
  ].join("\n");
}
