import {
  headline,
  metrics,
  pairedDifference,
  type Recording,
  say,
  type Scenario,
  drawnAlike,
} from "../../engine/index.ts";
import { number, percent, points, withoutPoints } from "../../words/format.ts";
import { headlineTitle } from "../../words/headline-words.ts";
import { letterOf } from "../../words/names.ts";
import { outputName, outputValue } from "../../words/output-words.ts";
import { print, progressLine, tell } from "../io.ts";
import { PAIRED_RUNS } from "../progress-words.ts";
import { withRunner } from "../runner.ts";
import { openAloud, wholeNumber } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";
import { atTheEnd, INTERVAL, saved, unpaired } from "./verb-words.ts";

/** What is compared at the end of each run. */
const OUTCOMES = ["priceIndex", "tokens", "hhi", "consumerSurplus", "vendorProfit"] as const;

const last = (r: Recording, id: string): number => metrics.get(id).compute(r).at(-1) ?? NaN;

export const compare: Verb = {
  flags: [["-n, --runs <n>", { en: "pairs of runs (default 20)", zh: "成对运行的次数（默认 20）" }]],
  example: "pricewar compare china-2024 no-trigger -n 20",
  async run(names, options) {
    const runs = wholeNumber("-n", String(options.runs ?? 20), 2, 100_000);
    const scenarios = names.map((name) => openAloud(name, options).scenario);
    for (const other of scenarios.slice(1).filter((s) => !drawnAlike(s, scenarios[0])))
      tell(say(unpaired(other), options.lang));
    const arms = await runArms(scenarios, runs, options);
    if (options.json) return print(JSON.stringify(compareJson(scenarios, arms)));
    scenarios.forEach((s, k) => {
      print(`${letterOf(k)}  ${say(s.title, options.lang)}`);
      print(`   ${headlineTitle(headline(arms[k][0]), s, options.lang)}`);
    });
    for (let k = 1; k < arms.length; k++) print(`\n${difference(scenarios, arms, k, options)}`);
  },
};

/** The same seeds and replications in every arm: agents keep their luck, so differences are the scenarios'. */
async function runArms(scenarios: readonly Scenario[], runs: number, options: Options): Promise<Recording[][]> {
  const total = runs * scenarios.length;
  let done = 0;
  const line = progressLine(say(PAIRED_RUNS, options.lang), options.quiet, options.lang);
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

const MOST_VENDORS = 6;

function difference(
  scenarios: readonly Scenario[],
  arms: readonly Recording[][],
  k: number,
  { lang }: Options,
): string {
  const letter = letterOf(k);
  const table = plainTable(["", "A", letter, `${letter} − A`, say(INTERVAL, lang)], [1, 2, 3, 4]);
  const ends = OUTCOMES.map((id) => ({ id, d: gapOf(arms[k], arms[0], (r) => last(r, id)) }));
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
  for (const { id, d } of sharesMoved(arms[k], arms[0]).slice(0, MOST_VENDORS)) {
    const bare = (x: number) => withoutPoints(points(x, lang));
    table.push([
      outputName(`vendors.${id}.tokenShare`, scenarios[0], lang),
      percent(d.base),
      percent(d.base + d.mean),
      points(d.mean, lang),
      between(bare(d.low), bare(d.high)),
    ]);
  }
  const times = ends.map(({ d }) => d.varianceSaved).filter(Number.isFinite);
  const [low, high] = [Math.min(...times), Math.max(...times)].map((x) => number(x, 1));
  const title = say(atTheEnd, lang)(letter, arms[0].length);
  return [title, table.toString(), ...(times.length > 0 ? [say(saved, lang)(low, high)] : [])].join("\n");
}

const gapOf = (arm: readonly Recording[], base: readonly Recording[], at: (r: Recording) => number) =>
  pairedDifference(arm.map(at), base.map(at));

/** Vendors by how far their share at the end moved; without those that sold nothing in either arm. */
function sharesMoved(arm: readonly Recording[], base: readonly Recording[]) {
  const ids = base[0].vendorIds;
  const shareOf = (v: number) => (r: Recording) =>
    metrics
      .get("tokenShare")
      .compute(r)
      .at(v - ids.length) || 0;
  return ids
    .map((id, v) => ({ id, d: gapOf(arm, base, shareOf(v)) }))
    .filter(({ d }) => d.base > 0 || d.mean !== 0)
    .toSorted((a, b) => Math.abs(b.d.mean) - Math.abs(a.d.mean));
}

function compareJson(scenarios: readonly Scenario[], arms: readonly Recording[][]): unknown {
  return {
    scenarios: scenarios.map((s) => s.id),
    pairs: arms[0].length,
    differences: arms
      .slice(1)
      .map((arm) => Object.fromEntries(OUTCOMES.map((id) => [id, gapOf(arm, arms[0], (r) => last(r, id))]))),
  };
}
