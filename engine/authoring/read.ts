import { provideFormulaCompiler } from "../expression/compiler.ts";
import { compileFormula } from "../expression/formula.ts";
import { type Text } from "../text/text.ts";
import type { Context } from "./context.ts";
import { crossChecks } from "./checks.ts";
import { dayNumber, isDate, isoDate } from "../scenario/dates.ts";
import { readDate } from "../scenario/read-date.ts";
import { type Finding, type Problem, ScenarioErrors } from "../text/errors.ts";
import { overAtStart } from "./over-promotions.ts";
import { lastStep } from "./event-checks.ts";
import { toProblems } from "./issues.ts";
import { locate } from "./locate.ts";
import { windowedAllowances } from "./allowance-windows.ts";
import { fail, type Located, nodeAt, plain } from "./located.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { MOST_WEEKS, type ScenarioOutput } from "./schema.ts";
import { schemaFor } from "./schema-in-use.ts";
import { perProduct } from "./price-scope.ts";
import { withoutLeftOver } from "./left-out.ts";
import type { Provenance } from "./provenance.ts";
import { sourceChecks, provenanceOf, isObject } from "./provenance.ts";
import { laterPeriods, revaluations } from "./dated-rates.ts";
import { readRate } from "./rate.ts";
import { rateDoubts } from "./usual-rates.ts";
import { toNumber } from "./quantity.ts";
import type { Money } from "./units.ts";
import { withParents, withSettings, type ReadOptions } from "./layers.ts";

export interface ScenarioFile {
  readonly scenario: Scenario;
  /** By path from the top. */
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly notes: readonly Text[];
}

/**
 * Reads a scenario: YAML text in, plain data in canonical units out. @throws ScenarioErrors with every problem found.
 */
export function readScenario(text: string, options: ReadOptions = {}): ScenarioFile {
  provideFormulaCompiler(compileFormula); // here, not as the file loads: bundlers drop what only happens on loading
  const file = options.file ?? "scenario.yaml";
  const merged = withSettings(withParents(locate(text, file), options, [file]), options.set ?? {});
  const written = plain(merged.map?.get("clock") ?? merged);
  // A clock of which nothing is written yet, or a text, is refused with the rest of the file
  const clock = (isObject(written) ? written : {}) as Parameters<typeof span>[0] & { tickDays?: unknown };
  const { root, notes } = withoutLeftOver(merged, file, lastDays(span(clock), clock.tickDays));
  const tree = plain(root) as Record<string, unknown>;
  delete tree.extends;
  const revalued = revaluations(tree, span(clock));
  if (revalued.length > 0)
    tree.events = [...(Array.isArray(tree.events) ? (tree.events as unknown[]) : []), ...revalued];
  const context = contextOf(tree);
  const windows = windowedAllowances(tree, context.money).map(problemAt(root));
  const schema = schemaFor(context);
  const result = schema.safeParse(tree);
  const issues = result.success ? [] : toProblems(result.error.issues, schema, root);
  if (!result.success || windows.length > 0) throw new ScenarioErrors(inOrder([...windows, ...issues]));
  const whole = withEnd(atTheirRates(result.data, tree), root);
  const problems = [...crossChecks(whole), ...sourceChecks(tree, whole)].map(problemAt(root));
  if (problems.length > 0) throw new ScenarioErrors(inOrder(problems));
  return {
    scenario: shortened(perProduct(whole), options.weeks),
    provenance: provenanceOf(tree, context),
    notes: [...notes, ...rateDoubts(root), ...doubtful(root, context), ...overAtStart(whole).map(noteAt(root))],
  };
}

const problemAt =
  (root: Located) =>
  ({ path, text }: Finding): Problem => ({ place: nodeAt(root, path).place, path, text });

/** What is said of a place without refusing it. */
const noteAt =
  (root: Located) =>
  ({ path, text: { en, zh } }: Finding): Text => {
    const { file, line, column } = nodeAt(root, path).place;
    const where = `${line > 0 ? `${file}:${line}:${column}` : file}  ${path.join(".")}`;
    return { en: `${where}: ${en}`, zh: `${where}：${zh}` };
  };

/** Prices of events and launches at the rates of their day, where a file has rates by date. */
function atTheirRates(first: ScenarioOutput, tree: Record<string, unknown>): ScenarioOutput {
  return laterPeriods(tree).reduce((read, { from, fx }) => {
    const dated = { ...tree, fx };
    const { events, vendors } = schemaFor(contextOf(dated)).parse(dated);
    const launched = (id: string, product: string) => {
      const now = vendors[id].products[product];
      return now.launch !== null && now.launch !== "never" && now.launch >= from;
    };
    return {
      ...read,
      events: read.events.map((event, k) => (event.date >= from ? events[k] : event)),
      vendors: mapValues(read.vendors, (vendor, id) => ({
        ...vendor,
        products: mapValues(vendor.products, (p, product) =>
          launched(id, product) ? vendors[id].products[product] : p,
        ),
      })),
    };
  }, first);
}

const mapValues = <T>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

/** Values that were read in one of two ways they could be meant, each with its place. */
function doubtful(node: Located, { doubts }: Pick<Context, "doubts">): Text[] {
  const { place, value } = node;
  const text = value === undefined ? undefined : doubts.get(value);
  const where = place.line > 0 ? `${place.file}:${place.line}:${place.column}` : place.file;
  const below = [...(node.map?.values() ?? []), ...(node.list ?? [])].flatMap((child) => doubtful(child, { doubts }));
  return text ? [{ en: `${where}  ${text.en}`, zh: `${where}  ${text.zh}` }, ...below] : below;
}

/** A scenario with all it extends put in: what a file says that stands alone. @throws ScenarioErrors. */
export function unrolled(text: string, options: ReadOptions = {}): Record<string, unknown> {
  const file = options.file ?? "scenario.yaml";
  const tree = plain(withParents(locate(text, file), options, [file])) as Record<string, unknown>;
  delete tree.extends;
  return tree;
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);

/** Currency, rates and named numbers come first: every other number may need them. */
function contextOf(tree: Record<string, unknown>): Context {
  const currency = typeof tree.currency === "string" ? tree.currency : "CNY";
  const fx: Record<string, number> = {};
  const rates = isObject(tree.fx) ? tree.fx : {};
  for (const [name, rate] of Object.entries(rates)) {
    const number = readRate(Array.isArray(rate) ? rate[0] : rate, currency, name);
    if (number !== null) fx[name] = number; // the schema says what is wrong with another
  }
  const clock = tree.clock as { start?: unknown; end?: unknown; weeks?: unknown } | undefined;
  return {
    money: { currency, fx },
    currencies: Object.keys(rates),
    parameters: namedNumbers(tree.parameters, { currency, fx }),
    clock: span(clock),
    records: new Map(),
    doubts: new Map(),
  };
}

/** Named parameters in order; a later one may be a formula of earlier ones. */
function namedNumbers(raw: unknown, money: Money): Record<string, number> {
  const out: Record<string, number> = {};
  if (!isObject(raw)) return out;
  for (const [name, given] of Object.entries(raw)) {
    const value = isObject(given) ? given.value : given;
    // The schema reads them again, and says what is wrong with one and where.
    const field = { unit: "1", bounds: {}, context: { money, parameters: out, doubts: new Map() } };
    const number = toNumber(value, field, () => {});
    if (number !== undefined) out[name] = number;
  }
  return out;
}

function span(clock: { start?: unknown; end?: unknown; weeks?: unknown } | undefined): Context["clock"] {
  const [start, end] = [readDate(clock?.start), readDate(clock?.end)];
  if (start === null) return null;
  if (end !== null) return { start, end };
  const weeks = clock?.weeks;
  return typeof weeks === "number" && weeks > 0 && weeks <= MOST_WEEKS ? { start, end: lastDay(start, weeks) } : null;
}

/** The last day, and the day of the last step; null where the clock does not say. */
const lastDays = (run: Context["clock"], tickDays: unknown) => ({
  lastDay: run && run.end,
  lastStep: run && lastStep({ ...run, tickDays: tickDays === 1 ? 1 : 7 }),
});

const lastDay = (start: string, weeks: number) => isoDate(dayNumber(start) + 7 * weeks - 1);

const weeksOf = (start: string, end: string) => (dayNumber(end) - dayNumber(start) + 1) / 7;

const TOO_LONG: Text = {
  en: `the run is longer than ${MOST_WEEKS} weeks, a hundred years`,
  zh: `运行长于 ${MOST_WEEKS} 周（一百年）`,
};
const TOO_LATE: Text = { en: "the run ends after the year 9999", zh: "运行结束于 9999 年之后" };

/** A clock has an end or a number of weeks: one of the two. */
function withEnd(scenario: ScenarioOutput, root: Located): Scenario {
  const { start, end, weeks, tickDays, burnInWeeks } = scenario.clock;
  if ((end === undefined) === (weeks === undefined)) {
    throw fail(
      nodeAt(root, ["clock"]).place,
      { en: "say either end or weeks", zh: "end 与 weeks 须写一个，且只写一个" },
      ["clock"],
    );
  }
  const last = end ?? lastDay(start, weeks!);
  const wrong = isDate(last) ? (weeksOf(start, last) > MOST_WEEKS ? TOO_LONG : null) : TOO_LATE;
  if (wrong) {
    const path = ["clock", end === undefined ? "weeks" : "end"];
    throw fail(nodeAt(root, path).place, wrong, path);
  }
  return { ...scenario, clock: { start, end: last, tickDays, burnInWeeks } };
}

function shortened(scenario: Scenario, weeks: number | undefined): Scenario {
  if (weeks === undefined) return scenario;
  const cut = lastDay(scenario.clock.start, weeks);
  return cut >= scenario.clock.end ? scenario : { ...scenario, clock: { ...scenario.clock, end: cut } };
}
