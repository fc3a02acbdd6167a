import {
  drawnRun,
  type Draws,
  type Forecast,
  forecastsFrom,
  fromOrigin,
  hasMoved,
  HORIZON,
  horizonOf,
  type Language,
  type Outcome,
  patchScenario,
  say,
  type Scenario,
  summarise,
} from "../../engine/index.ts";
import { isDate } from "../../engine/scenario/dates.ts";
import { readCsv } from "../../engine/text/csv.ts";
import { plainNumber } from "../../engine/text/plain-number.ts";
import { decodeText } from "../../engine/text/decode.ts";
import { date, number, percent, price, signed } from "../../words/format.ts";
import * as said from "../../words/forecast-words.ts";
import { productName, vendorName } from "../../words/names.ts";
import { ownFile } from "../folder/files.ts";
import { runReplications } from "../runner.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import { type Options, UsageError } from "../verb.ts";
import * as words from "./forecast-words.ts";

/** Days from which the next half year is forecast: the day after the launch that began it, then month by month. */
export const ORIGINS = ["05-07", "06-01", "07-01", "08-01", "09-01", "10-01", "11-01", "12-01", "12-30"].map(
  (d) => `2024-${d}`,
);
/** On which the last of these forecasts is scored: prices of later days say nothing of any. */
const LAST_DAY = horizonOf(ORIGINS.at(-1)!);
/** The rule was fitted to prices up to here: what is forecast from earlier is no test. */
const FITTED_TO = "2024-10-10";
export const AGENTS = 1000; // prices hang on rules, and on shares only roughly

interface Asked {
  readonly runs: number;
  readonly draws: Draws | null; // of what is not known, taken into the bands
  readonly options: Options;
  readonly onProgress: (part: number) => void;
}

/** Forecasts from every origin over the record, scored on the prices that came. */
export async function rollForecasts(
  history: Scenario,
  { runs, draws, options, onProgress }: Asked,
): Promise<Forecast[]> {
  const small = patchScenario(history, { "demand.agents": Math.min(history.demand.agents, AGENTS) });
  const outcomes = options.outcomes ? outcomesIn(String(options.outcomes), history) : await recorded(small, options);
  const found: Forecast[] = [];
  for (const [k, origin] of ORIGINS.entries()) {
    const scenario = fromOrigin(small, origin);
    const update = (part: number) => onProgress((k + part) / ORIGINS.length);
    const recordings = await runReplications(
      (k) => (draws ? drawnRun(scenario, draws, k) : scenario),
      runs,
      options,
      update,
    );
    found.push(...forecastsFrom(recordings, { scenario, origin, outcomes }));
  }
  return found;
}

/** What the scripted history posts, day by day. */
async function recorded(history: Scenario, options: Options): Promise<Outcome[]> {
  const [r] = await runReplications(
    () => history,
    1,
    options,
    () => {},
  );
  const n = r.productIds.length;
  return r.dates.flatMap((day, t) =>
    r.productIds.flatMap((product, j) =>
      r.product.live[t * n + j] ? [{ date: day, product, price: r.product.priceInput[t * n + j] }] : [],
    ),
  );
}

/** Prices of one's own: a table with the columns date, product, input. @throws UsageError at the line. */
function outcomesIn(file: string, { vendors }: Scenario): Outcome[] {
  const { columns, rows, fault } = readCsv(decodeText(ownFile(file)));
  if (fault) throw new UsageError(words.atLine(file, fault.line, fault.text));
  const [day, product, input] = ["date", "product", "input"].map((name) => columns.indexOf(name));
  if (Math.min(day, product, input) < 0) throw new UsageError(words.lacksColumns(file, columns));
  const known = Object.entries(vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));
  const told = new Map<string, number>(); // product and day, by line
  const found = rows
    .map(({ line, cells }) => {
      const [when, what, sum] = [day, product, input].map((k) => cells[k] ?? ""); // a row may be cut short
      if (!isDate(when)) throw new UsageError(words.noDate(file, line, when));
      if (!known.includes(what)) throw new UsageError(words.noProduct(file, line, what));
      const asked = plainNumber(sum) ?? NaN;
      if (!(asked >= 0)) throw new UsageError(words.noPrice(file, line, sum));
      const before = told.get(`${what} ${when}`);
      if (before !== undefined) throw new UsageError(words.toldTwice(file, line, { what, when, before }));
      told.set(`${what} ${when}`, line);
      return { date: when, product: what, price: asked };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (!found.some(({ date: came }) => came <= LAST_DAY)) throw new UsageError(words.nothingToScore(file, LAST_DAY));
  return found;
}

const parts = (all: readonly Forecast[]) => ({
  fitted: all.filter(({ origin }) => origin <= FITTED_TO),
  tested: all.filter(({ origin }) => origin > FITTED_TO),
});

export function forecastsJson(all: readonly Forecast[]) {
  const { fitted, tested } = parts(all);
  const from = (some: readonly Forecast[]) => (some.length > 0 ? summarise(some) : null);
  return { horizonDays: HORIZON, fitted: from(fitted), tested: from(tested), forecasts: all };
}

export function forecastsText(all: readonly Forecast[], s: Scenario, lang: Language): string {
  const { fitted, tested } = parts(all);
  const notes = paragraph(say(said.NOTE, lang));
  return [
    say(said.FITTED_ORIGINS, lang),
    skills(fitted, lang),
    "",
    say(said.TESTED_ORIGINS, lang),
    skills(tested, lang),
    "",
    say(said.EVERY_FORECAST, lang),
    every(all, s, lang),
    "",
    notes,
  ].join("\n");
}

function skills(some: readonly Forecast[], lang: Language): string {
  if (some.length === 0) return say(said.NONE, lang);
  const { count, score, covered, moved, skills: rows } = summarise(some);
  const table = plainTable(say(said.SKILL_HEAD, lang), [1, 2, 3, 4]);
  table.push([say(said.MODEL, lang), number(score), "", "", ""]);
  for (const { naive, score: theirs, skill, wins, losses, p } of rows)
    table.push([say(said.NAIVE[naive], lang), number(theirs), signed(skill), `${wins} : ${losses}`, said.chance(p)]);
  const held = say(said.covered, lang)(percent(covered), count, percent(moved.covered), moved.count);
  return `${table.toString()}\n${held}`;
}

/** Only what moved, or was said to: the rest is told by its number in the table above. */
function every(all: readonly Forecast[], s: Scenario, lang: Language): string {
  const table = plainTable(say(said.FORECAST_HEAD, lang), [2, 3, 4, 5]);
  for (const { origin, product, was, low, median, high, came } of all.filter(hasMoved)) {
    const name = `${vendorName(s, product.split(".")[0], lang)} ${productName(s, product, lang)}`;
    const band = `${price(median, lang)} [${price(low, lang)}–${price(high, lang)}]`;
    const hit = low <= came && came <= high ? said.HIT : said.MISS;
    table.push([date(origin, lang), name, price(was, lang), band, price(came, lang), say(hit, lang)]);
  }
  return table.toString();
}
