import {
  checkComparable,
  drawnAlike,
  type Draws,
  exchangeRate,
  meanHeadline,
  type Recording,
  restated,
  say,
  type Scenario,
} from "../../engine/index.ts";
import { setting } from "../../words/format.ts";
import { headlineTitle } from "../../words/headline-words.ts";
import { letterOf, together } from "../../words/names.ts";
import { compareJson } from "../compare/json.ts";
import { rowsOf } from "../compare/rows.ts";
import { drawnAllHow, drawsFlag, drawsOption } from "../draws.ts";
import { currencyFlag } from "../currency-flag.ts";
import { currencyAsked, shownAt, shownIn } from "../reader-money.ts";
import { differenceText } from "../compare/text.ts";
import { converted, unpaired } from "../compare/words.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { PAIRED_RUNS } from "../progress-words.ts";
import { withRunner } from "../runner.ts";
import { drawing } from "../../workers/drawing.ts";
import { replicate } from "../../workers/replications.ts";
import { openAloud } from "../scenario.ts";
import { paragraph } from "../text-width.ts";
import type { Options, Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const compare: Verb = {
  flags: [
    ["-n, --runs <n>", { en: "pairs of runs (default 20)", zh: "成对运行的次数（默认 20）" }],
    drawsFlag,
    currencyFlag,
  ],
  example: "pricewar compare china-2024 no-trigger -n 20",
  async run(names, options) {
    const { lang, json } = options;
    const runs = wholeNumber("-n", String(options.runs ?? 20), 2, 100_000);
    const scenarios = names.map((name) => openAloud(name, options).scenario);
    checkComparable(scenarios);
    for (const note of notesOn(scenarios)) tell(say(note, lang));
    const read = shownIn(currencyAsked(options), scenarios[0]);
    const draws = drawsOption(options, scenarios[0]);
    const arms = (await runArms(scenarios, { runs, draws, options })).map((arm, k) =>
      arm.map((r) => restated(r, rateOf(scenarios, k) * read.rate)),
    );
    const [base, ...others] = arms;
    const rows = others.map((arm) => rowsOf(arm, base));
    const all = scenarios.map((s) => ({ ...s, currency: read.scenario.currency }));
    if (json) return printJson({ ...compareJson(all, runs, rows), draws: draws?.draws.length });
    all.forEach((s, k) => {
      print(`${letterOf(k)}  ${say(s.title, lang)}`);
      print(`   ${headlineTitle(meanHeadline(arms[k]), s, lang)}`);
    });
    rows.forEach((some, k) => {
      const shown = { names: together([all[0], all[k + 1]]), letter: letterOf(k + 1), pairs: runs, lang };
      print(`\n${differenceText(some, shown)}`);
    });
    if (draws) print(`\n${paragraph(say(drawnAllHow, lang)(draws.draws.length))}`);
    if (read.rate !== 1) print(`\n${say(shownAt(read, scenarios[0].currency), lang)}`);
  },
};

/** To A's money. Whether there is a rate has been looked at. */
const rateOf = (scenarios: readonly Scenario[], k: number): number => exchangeRate(scenarios[k], scenarios[0]) ?? NaN;

/** What differs between scenarios that the reader of their differences should know. */
function notesOn(scenarios: readonly Scenario[]) {
  const [base, ...others] = scenarios;
  return [
    ...others.filter((s) => !drawnAlike(s, base)).map(unpaired),
    ...others
      .filter((s) => s.currency !== base.currency)
      .map((s) => converted(s, base.currency, setting(exchangeRate(s, base) ?? NaN))),
  ];
}

/** The same seeds and replications in every arm: agents keep their luck, so differences are the scenarios'. */
async function runArms(
  scenarios: readonly Scenario[],
  { runs, draws, options }: { readonly runs: number; readonly draws: Draws | null; readonly options: Options },
): Promise<Recording[][]> {
  const line = progressLine(say(PAIRED_RUNS, options.lang), options.quiet, options.lang);
  const { seed } = options;
  return withRunner(options, async (pool, signal) => {
    const all = await replicate(
      runs * scenarios.length,
      (k, onProgress) => {
        const [scenario, replication] = [scenarios[Math.floor(k / runs)], k % runs];
        return drawing(pool, draws).run({ scenario, seed, replication }, { signal, threads: 1, onProgress });
      },
      line.update,
    );
    return scenarios.map((_, arm) => all.slice(arm * runs, (arm + 1) * runs));
  }).finally(line.end);
}
