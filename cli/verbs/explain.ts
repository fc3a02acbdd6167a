import { readDate, restated, type Scenario, splitPaid, weekTo } from "../../engine/index.ts";
import { askAll, type Asked, namedKnockOuts, namedVendor } from "../explain/asked.ts";
import { growthCausesText } from "../explain/growth-causes.ts";
import { growthText } from "../explain/growth.ts";
import { indicesText } from "../explain/indices.ts";
import { armsIn, explanationIn, worthIn } from "../explain/in-money.ts";
import { oddsJson, oddsText } from "../explain/odds.ts";
import { rangesJson, rangesText } from "../explain/ranges.ts";
import { explainJson } from "../explain/json.ts";
import { knockOutText } from "../explain/knock-outs.ts";
import { paidText } from "../explain/paid.ts";
import { shareText } from "../explain/share.ts";
import { explainText } from "../explain/splits.ts";
import { warText } from "../explain/war.ts";
import { whyText } from "../explain/why.ts";
import { worthText } from "../explain/worth.ts";
import { print, printJson } from "../io.ts";
import { dayBetween, mustBeEarlier } from "../problem-words.ts";
import { currencyFlag } from "../currency-flag.ts";
import { shownAsAsked, timesAll, withRate } from "../reader-money.ts";
import { withRunner } from "../runner.ts";
import { openAloud } from "../scenario.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const explainVerb: Verb = {
  flags: [
    [
      "--from <date>",
      {
        en: "first day compared (default: the first)",
        zh: "对比的起始日（默认第一天）",
      },
    ],
    [
      "--to <date>",
      {
        en: "last day compared (default: the last)",
        zh: "对比的截止日（默认最后一天）",
      },
    ],
    ["-n, --runs <n>", { en: "replications (default 20)", zh: "重复运行的次数（默认 20）" }],
    [
      "--knock-out <ids>",
      {
        en: "instead: what the end would be without these, e.g. launch:deepseek.v2,technology",
        zh: "改为：去掉这些之后的结局，如 launch:deepseek.v2,technology",
      },
    ],
    [
      "--share <vendor>",
      {
        en: "instead: what made a vendor's share",
        zh: "改为：某厂商的份额从哪里来",
      },
    ],
    [
      "--indices",
      {
        en: "instead: how much cheaper by every index, the cost of living by the model's own demand among them",
        zh: "改为：按各种指数便宜了多少，含按模型自身需求计算的生活成本",
      },
    ],
    ["--growth", { en: "instead: what multiplied tokens", zh: "改为：token 量为什么增长" }],
    [
      "--worth <vendor>",
      {
        en: "instead: whether a vendor's cut was worth it",
        zh: "改为：某厂商降价值不值",
      },
    ],
    [
      "--ranges",
      {
        en: "instead: how the verdicts hang on the calibration, one lever at a time over its plausible range",
        zh: "改为：判断对校准的依赖，逐个旋钮取合理区间的两端",
      },
    ],
    [
      "--odds",
      {
        en: "instead: how likely each verdict is, over all levers' plausible ranges and ways to count cost",
        zh: "改为：各旋钮取遍合理区间、成本取不同口径时，每种判断的概率",
      },
    ],
    [
      "--paid <vendor>",
      {
        en: "instead: list prices, mix, terms, tokens a task and tiers in what a vendor is paid for work",
        zh: "改为：某厂商实付价变化中目录价、结构、条款、每任务 token 和档位各占多少",
      },
    ],
    [
      "--why <date>",
      {
        en: "instead: decisions, rules and users' moves of a week",
        zh: "改为：某一周的决策、规则与用户流动",
      },
    ],
    currencyFlag,
  ],
  example: "pricewar explain china-2024 --to 2024-12-31 -n 4 --agents 2000",
  async run([name], options) {
    const runs = wholeNumber("-n", String(options.runs ?? 20), 1, 10_000);
    const { scenario } = openAloud(name, options);
    const shown = shownAsAsked(options, scenario);
    const asked: Asked = { scenario, shown, runs, span: spanOf(scenario, options), options };
    const section = Object.keys(SECTIONS).find((flag) => options[flag] !== undefined);
    const { json, text } = await (section ? SECTIONS[section](asked) : whole(asked));
    if (options.json) printJson(json);
    else print(withRate(text, shown, scenario, options.lang));
  },
};

interface Told {
  readonly json: unknown;
  readonly text: string;
}

/** Sections that answer one question each, by flag; without any, the splits, the war and the growth. */
const SECTIONS: Readonly<Record<string, (asked: Asked) => Promise<Told>>> = {
  async knockOut(asked) {
    const ids = namedKnockOuts(asked).map(({ id }) => id);
    const arms = armsIn(await askAll("knockOuts", { ids, date: asked.span.to }, asked), asked.shown.rate);
    return { json: { ...asked.span, pairs: asked.runs, knockOuts: arms }, text: knockOutText(arms, asked) };
  },
  async share(asked) {
    const vendor = namedVendor("--share", asked, asked.options.share);
    const found = await askAll("share", { vendor, date: asked.span.to }, asked);
    return { json: { ...asked.span, vendor, runs: found }, text: shareText(vendor, found, asked) };
  },
  async growth(asked) {
    const found = await askAll("growth", { span: asked.span }, asked);
    return { json: { ...asked.span, runs: found }, text: growthCausesText(found, asked) };
  },
  async indices(asked) {
    const found = await askAll("indices", { span: asked.span }, asked);
    return { json: { ...asked.span, runs: found }, text: indicesText(found, asked) };
  },
  async worth(asked) {
    const vendor = namedVendor("--worth", asked, asked.options.worth);
    const found = worthIn(await askAll("worth", { vendor, span: asked.span }, asked), asked.shown.rate);
    return { json: { ...asked.span, pairs: asked.runs, worth: found }, text: worthText(found, asked) };
  },
  async ranges(asked) {
    const levers = asked.scenario.levers.map(({ id }) => id);
    const rows = await askAll("ranges", { span: asked.span, levers }, asked);
    return { json: { ...asked.span, runs: asked.runs, ranges: rangesJson(rows) }, text: rangesText(rows, asked) };
  },
  async odds(asked) {
    const found = await askAll("odds", { span: asked.span }, asked);
    const { scenario, options, span } = asked;
    return { json: { ...span, ...(oddsJson(found) as object) }, text: oddsText(found, scenario, options.lang) };
  },
  async paid(asked) {
    const vendor = namedVendor("--paid", asked, asked.options.paid);
    const { scenario, options, span } = asked;
    const r = await withRunner(options, (pool, signal) => pool.run({ scenario, seed: options.seed }, { signal }));
    const day = (date: string) =>
      Math.max(
        0,
        r.dates.findLastIndex((d) => d <= date),
      );
    const own = splitPaid(r, r.vendorIds.indexOf(vendor), [day(span.from), day(span.to)]);
    const split = timesAll(own, asked.shown.rate);
    return { json: { ...span, vendor, paid: split }, text: paidText(split, vendor, asked) };
  },
  async why(asked) {
    const to = dayOf("--why", asked.scenario, asked.options.why);
    const { scenario, options } = asked;
    const run = await withRunner(options, (pool, signal) => pool.run({ scenario, seed: options.seed }, { signal }));
    const r = restated(run, asked.shown.rate);
    return { json: weekTo(r, to), text: whyText(r, to, asked) };
  },
};

async function whole(asked: Asked): Promise<Told> {
  const { scenario, shown, span, options } = asked;
  const { war, growth, ...found } = await askAll("splits", { span }, asked);
  const explanation = explanationIn(found.explanation, shown.rate);
  const parts = [
    explainText(explanation, shown.scenario, options.lang),
    "",
    warText(war, scenario, span.to, options.lang),
    "",
    growthText(growth, asked),
  ];
  return { json: explainJson(explanation, war, growth), text: parts.join("\n") };
}

function dayOf(flag: string, { clock }: Scenario, given: unknown): string {
  const day = readDate(given);
  if (day !== null && day >= clock.start && day <= clock.end) return day;
  throw new UsageError(dayBetween(flag, String(given), clock.start, clock.end));
}

function spanOf(scenario: Scenario, options: Options): Asked["span"] {
  const { clock } = scenario;
  const date = (flag: "from" | "to", usual: string) =>
    options[flag] === undefined ? usual : dayOf(`--${flag}`, scenario, options[flag]);
  const span = { from: date("from", clock.start), to: date("to", clock.end) };
  if (span.from < span.to) return span;
  throw new UsageError(mustBeEarlier(span.from, span.to));
}
