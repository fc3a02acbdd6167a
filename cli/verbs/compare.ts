import {
  headline,
  metrics,
  pairedDifference,
  type Recording,
  type Scenario,
  type Language,
} from "../../engine/index.ts";
import { points, number, percent } from "../../report/format.ts";
import { headlineTitle } from "../../report/headline-words.ts";
import { vendorName } from "../../report/names.ts";
import { print, progressLine, say } from "../io.ts";
import { withRunner } from "../runner.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import type { Options, Verb } from "../verb.ts";

/** Ends of each run: what is compared, with how it is said. */
const OUTCOMES = [
  { id: "priceIndex", en: "price index", zh: "价格指数", show: (x: number) => number(x) },
  { id: "tokens", en: "tokens, bn a week", zh: "token 量（十亿/周）", show: (x: number) => number(x / 1e3) },
  { id: "hhi", en: "concentration (HHI)", zh: "集中度（HHI）", show: (x: number) => number(x) },
  {
    id: "consumerSurplus",
    en: "users' surplus, mn a week",
    zh: "用户剩余（百万/周）",
    show: (x: number) => number(x / 1e6),
  },
  {
    id: "vendorProfit",
    en: "vendors' gross profit, mn a week",
    zh: "厂商毛利（百万/周）",
    show: (x: number) => number(x / 1e6),
  },
] as const;

const last = (r: Recording, id: string): number => metrics.get(id).compute(r).at(-1) ?? NaN;

export const compare: Verb = {
  name: "compare",
  args: "<a> <b> [more...]",
  summary: {
    en: "Paired runs of two or more scenarios, differences with bands",
    zh: "成对运行两个以上情景，给出差异及其区间",
  },
  flags: [["-n, --runs <n>", { en: "pairs of runs (default 20)", zh: "成对运行的次数（默认 20）" }]],
  example: "pricewar compare china-2024 no-trigger -n 20",
  async run(names, options) {
    const runs = wholeNumber("-n", String(options.runs ?? 20), 2, 100_000);
    const scenarios = names.map((name) => openScenario(name, options).scenario);
    for (const line of unpaired(scenarios, options.lang)) say(line);
    const arms = await runArms(scenarios, runs, options);
    if (options.json) return print(JSON.stringify(compareJson(scenarios, arms)));
    scenarios.forEach((s, k) =>
      print(
        `${String.fromCharCode(65 + k)}  ${s.title[options.lang]}: ${headlineTitle(headline(arms[k][0]), s, options.lang)}`,
      ),
    );
    for (let k = 1; k < arms.length; k++) print(`\n${difference(scenarios, arms, k, options)}`);
  },
};

/** The same seeds and replications in every arm: agents keep their luck, so differences are the scenarios'. */
async function runArms(scenarios: readonly Scenario[], runs: number, options: Options): Promise<Recording[][]> {
  const total = runs * scenarios.length;
  let done = 0;
  const line = progressLine(options.lang === "zh" ? "成对运行" : "paired runs", options.quiet);
  return withRunner(options, (pool, signal) =>
    Promise.all(
      scenarios.map((scenario) =>
        Promise.all(
          Array.from({ length: runs }, async (_, replication) => {
            const recording = await pool.run({ scenario, seed: options.seed, replication }, { signal, threads: 1 });
            line.update(++done / total);
            return recording;
          }),
        ),
      ),
    ),
  ).finally(line.end);
}

/** How many times more runs the same precision would need without pairing. */
const savedText = (times: number, zh: boolean): string =>
  zh ? `（不成对需 ${number(times)} 倍的运行）` : `(${number(times)} times the runs if not paired)`;

/** What makes two arms draw for different agents or moments: then the same seed pairs nothing. */
function unpaired(scenarios: readonly Scenario[], lang: Language): string[] {
  const drawn = ({ clock, demand }: Scenario) => JSON.stringify([demand.kind, demand.agents, clock.start, clock.tickDays, clock.burnInWeeks, demand.kind === "mixed-logit" ? Object.keys(demand.segments) : []]); // prettier-ignore
  const others = scenarios.slice(1).filter((s) => drawn(s) !== drawn(scenarios[0]));
  return others.map(({ title }) =>
    lang === "zh"
      ? `注意：${title.zh}的用户数、分群或时钟与 A 不同，两边的随机数对不上：差异不是成对的，区间偏宽`
      : `Note: ${title.en} has other agents, segments or clock than A, so their draws do not match: the differences are not paired and the intervals wide`,
  );
}

function difference(
  scenarios: readonly Scenario[],
  arms: readonly Recording[][],
  k: number,
  { lang }: Options,
): string {
  const zh = lang === "zh";
  const letter = String.fromCharCode(65 + k);
  const rows = OUTCOMES.map((o) => {
    const d = pairedDifference(
      arms[k].map((r) => last(r, o.id)),
      arms[0].map((r) => last(r, o.id)),
    );
    return `  ${(zh ? o.zh : o.en).padEnd(zh ? 20 : 34)}${o.show(d.base).padStart(10)} → ${o.show(d.base + d.mean).padEnd(10)} ${zh ? "差" : "difference"} ${o.show(d.mean)} [${o.show(d.low)}, ${o.show(d.high)}]  ${savedText(d.varianceSaved, zh)}`;
  });
  const m = arms[0][0].vendorIds;
  const shares = m.map((id, v) => {
    const at = (r: Recording) =>
      metrics
        .get("tokenShare")
        .compute(r)
        .at(v - m.length) || 0;
    return { id, d: pairedDifference(arms[k].map(at), arms[0].map(at)) };
  });
  const moved = shares
    .filter(({ d }) => d.base > 0 || d.mean !== 0)
    .toSorted((a, b) => Math.abs(b.d.mean) - Math.abs(a.d.mean));
  const lines = moved
    .slice(0, 6)
    .map(
      ({ id, d }) =>
        `  ${vendorName(scenarios[0], id, lang).padEnd(zh ? 10 : 16)} ${percent(d.base)} → ${percent(d.base + d.mean)}   ${points(d.mean, lang)} [${points(d.low, lang)}, ${points(d.high, lang)}]`,
    );
  const title = zh
    ? `期末，${letter} 减 A（${arms[0].length} 对，均值与 95% 区间）`
    : `At the end, ${letter} less A (${arms[0].length} pairs, mean and 95% interval)`;
  return [title, ...rows, zh ? "token 份额" : "share of tokens", ...lines].join("\n");
}

function compareJson(scenarios: readonly Scenario[], arms: readonly Recording[][]): unknown {
  return {
    scenarios: scenarios.map((s) => s.id),
    pairs: arms[0].length,
    differences: arms.slice(1).map((arm) =>
      Object.fromEntries(
        OUTCOMES.map(({ id }) => [
          id,
          pairedDifference(
            arm.map((r) => last(r, id)),
            arms[0].map((r) => last(r, id)),
          ),
        ]),
      ),
    ),
  };
}
