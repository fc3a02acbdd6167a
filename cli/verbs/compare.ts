import {
  headline,
  metrics,
  pairedDifference,
  type Recording,
  type Scenario,
  type Language,
} from "../../engine/index.ts";
import { points, number, percent } from "../../words/format.ts";
import { headlineTitle } from "../../words/headline-words.ts";
import { outputName, outputValue } from "../../words/output-words.ts";
import { print, progressLine, tell } from "../io.ts";
import { withRunner } from "../runner.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";

/** What is compared at the end of each run. */
const OUTCOMES = ["priceIndex", "tokens", "hhi", "consumerSurplus", "vendorProfit"] as const;

const last = (r: Recording, id: string): number => metrics.get(id).compute(r).at(-1) ?? NaN;

export const compare: Verb = {
  flags: [["-n, --runs <n>", { en: "pairs of runs (default 20)", zh: "成对运行的次数（默认 20）" }]],
  example: "pricewar compare china-2024 no-trigger -n 20",
  async run(names, options) {
    const runs = wholeNumber("-n", String(options.runs ?? 20), 2, 100_000);
    const scenarios = names.map((name) => openScenario(name, options).scenario);
    for (const line of unpaired(scenarios, options.lang)) tell(line);
    const arms = await runArms(scenarios, runs, options);
    if (options.json) return print(JSON.stringify(compareJson(scenarios, arms)));
    scenarios.forEach((s, k) =>
      print(
        `${String.fromCharCode(65 + k)}  ${s.title[options.lang]}\n   ${headlineTitle(headline(arms[k][0]), s, options.lang)}`,
      ),
    );
    for (let k = 1; k < arms.length; k++) print(`\n${difference(scenarios, arms, k, options)}`);
  },
};

/** The same seeds and replications in every arm: agents keep their luck, so differences are the scenarios'. */
async function runArms(scenarios: readonly Scenario[], runs: number, options: Options): Promise<Recording[][]> {
  const total = runs * scenarios.length;
  let done = 0;
  const line = progressLine(options.lang === "zh" ? "成对运行" : "paired runs", options.quiet, options.lang);
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

/** “[−26.7, −23.5] tn”: a unit both ends have is said once. */
function between(low: string, high: string): string {
  const [[a, unit], [b, other]] = [low, high].map((text) => text.split(" "));
  return unit !== undefined && unit === other ? `[${a}, ${b}] ${unit}` : `[${low}, ${high}]`;
}

/** How many times the runs the same precision would need without pairing, over the outcomes. */
function savedText(times: readonly number[], zh: boolean): string {
  const [low, high] = [Math.min(...times), Math.max(...times)].map(number);
  return zh
    ? `若不成对，同样的精度需要 ${low} 至 ${high} 倍的运行次数。`
    : `Without pairing, the same precision would take ${low} to ${high} times the runs.`;
}

/** What makes two arms draw for different agents or moments: then the same seed pairs nothing. */
function unpaired(scenarios: readonly Scenario[], lang: Language): string[] {
  const drawn = ({ clock, demand }: Scenario) =>
    JSON.stringify([
      demand.kind,
      demand.agents,
      clock.start,
      clock.tickDays,
      clock.burnInWeeks,
      demand.kind === "mixed-logit" ? Object.keys(demand.segments) : [],
    ]);
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
  const table = plainTable(["", "A", letter, `${letter} − A`, zh ? "95% 区间" : "95% interval"], [1, 2, 3, 4]);
  const ends = OUTCOMES.map((id) => {
    const at = (r: Recording) => last(r, id);
    return { id, d: pairedDifference(arms[k].map(at), arms[0].map(at)) };
  });
  for (const { id, d } of ends) {
    const show = (x: number) => outputValue(`market.${id}`, x, lang);
    table.push([
      outputName(`market.${id}`, scenarios[0], lang),
      show(d.base),
      show(d.base + d.mean),
      show(d.mean),
      between(show(d.low), show(d.high)),
    ]);
  }
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
  const bare = (x: number) => points(x, lang).replace(/ .*$/, "");
  for (const { id, d } of moved.slice(0, 6)) {
    const name = outputName(`vendors.${id}.tokenShare`, scenarios[0], lang);
    table.push([
      name,
      percent(d.base),
      percent(d.base + d.mean),
      points(d.mean, lang),
      between(bare(d.low), bare(d.high)),
    ]);
  }
  const title = zh
    ? `期末，${letter} 减 A（${arms[0].length} 对，均值与 95% 区间）`
    : `At the end, ${letter} less A (${arms[0].length} pairs, mean and 95% interval)`;
  const saved = ends.map(({ d }) => d.varianceSaved).filter(Number.isFinite);
  return [title, table.toString(), ...(saved.length > 0 ? [savedText(saved, zh)] : [])].join("\n");
}

function compareJson(scenarios: readonly Scenario[], arms: readonly Recording[][]): unknown {
  return {
    scenarios: scenarios.map((s) => s.id),
    pairs: arms[0].length,
    differences: arms.slice(1).map((arm) =>
      Object.fromEntries(
        OUTCOMES.map((id) => [
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
