import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type Backtest,
  backtest,
  type BacktestRow,
  coverage,
  drawnScenario,
  type Language,
  meanScores,
  type Role,
  say,
  type Text,
  underDraws,
} from "../../engine/index.ts";
import { number, percent } from "../../words/format.ts";
import { figure, missed, observedText } from "../../words/backtest-figures.ts";
import { aside, labelled } from "../../words/punctuation.ts";
import { drawnHow, drawsFlag, drawsOption } from "../draws.ts";
import { forecastsJson, forecastsText, rollForecasts } from "../backtest/forecasts.ts";
import { packageHome } from "../home.ts";
import { print, printJson, progressLine } from "../io.ts";
import { noOutcomes } from "../problem-words.ts";
import { runReplications } from "../runner.ts";
import { openScenario } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";
import * as words from "./verb-words.ts";
import { wholeNumber } from "../whole-number.ts";

const folder = () => join(packageHome(), "scenarios", "backtest");
const known = () => readdirSync(folder()).map((f) => basename(f, ".json"));

export const backtestVerb: Verb = {
  flags: [
    ["-n, --runs <n>", { en: "replications (default 20)", zh: "重复次数（默认 20）" }],
    drawsFlag,
    [
      "--forecasts",
      {
        en: "instead: from month to month, the next half year's prices as the rule says and as they came, scored",
        zh: "改为：逐月向前预测半年后的价格，与实际对照并评分",
      },
    ],
    [
      "--outcomes <file>",
      {
        en: "with --forecasts: prices that came, a CSV of date, product, input",
        zh: "配合 --forecasts：实际价格，CSV 列为 date、product、input",
      },
    ],
  ],
  example: "pricewar backtest china-2024-history -n 20",
  async run([name = "china-2024-history"], options) {
    const file = join(folder(), `${name}.json`);
    if (!existsSync(file)) throw new UsageError(noOutcomes(name, known()));
    const targets = JSON.parse(readFileSync(file, "utf8")) as Backtest;
    const runs = wholeNumber("-n", String(options.runs ?? 20), 1, 100_000);
    const { scenario } = openScenario(targets.scenario, options);
    const draws = drawsOption(options, scenario);
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    if (options.forecasts || options.outcomes) {
      const asked = { runs, draws, options, onProgress: line.update };
      const all = await rollForecasts(scenario, asked).finally(line.end);
      return options.json ? printJson(forecastsJson(all)) : print(forecastsText(all, scenario, options.lang));
    }
    const drawn = (k: number) => (draws ? drawnScenario(scenario, draws, k) : scenario);
    const recordings = await runReplications(drawn, runs, options, line.update).finally(line.end);
    const rows = backtest(draws ? underDraws(targets) : targets, recordings);
    const covered = coverage(rows);
    if (options.json) return printJson({ scenario: targets.scenario, runs, covered, rows, limits: targets.limits });
    print(asText(targets, rows, options.lang));
    if (draws) print(paragraph(say(drawnHow, options.lang)(draws.draws.length)));
  },
};

function asText({ limits }: Backtest, rows: readonly BacktestRow[], lang: Language): string {
  const part = (role: Role, title: Text) => {
    const its = rows.filter((r) => r.target.role === role);
    if (its.length === 0) return [];
    const table = plainTable(say(words.BACKTEST_HEAD, lang), [1, 2, 3, 4]);
    for (const row of its) table.push(cells(row, lang));
    return [`${say(title, lang)}\n${table.toString()}`];
  };
  const prose = (title: Text, texts: readonly string[]) =>
    [say(title, lang), ...texts.map((text) => `  ${paragraph(text, 4)}`)].join("\n");
  const notes = rows.flatMap(({ target: { label: name, note } }) =>
    note ? [labelled(say(name, lang), say(note, lang), lang)] : [],
  );
  const scores = meanScores(rows.flatMap((r) => r.scores ?? []));
  return [
    ...part("fitted", words.FITTED),
    ...part("tested", words.TESTED),
    ...part("stated", words.STATED),
    paragraph(say(words.coveredOf, lang)(...coverage(rows))),
    ...(scores
      ? [paragraph(say(words.scored, lang)(number(scores.model), number(scores.noChange), number(scores.decline)))]
      : []),
    ...(notes.length > 0 ? [prose(words.NOTES, notes)] : []),
    prose(
      words.UNEXPLAINED,
      limits.map((limit) => say(limit, lang)),
    ),
  ].join("\n\n");
}

function cells(row: BacktestRow, lang: Language): string[] {
  const { target, mean, low, high, covered, right } = row;
  const show = (x: number) => figure(target, x, lang);
  const doubt = target.confidence === "unverified" ? aside(say(words.UNVERIFIED, lang), lang) : "";
  const inBand = covered ? words.IN_BAND : words.OUTSIDE_BAND;
  return [
    say(target.label, lang) + doubt,
    observedText(target, lang),
    show(mean),
    `${show(low)} – ${show(high)}`,
    target.judgedBy ? "" : missed(row, lang),
    right === null ? say(inBand, lang) : say(words.rightIn, lang)(percent(right)),
  ];
}
