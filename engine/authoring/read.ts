import { compileFormula } from "../expression/formula.ts";
import { inBoth, type Text } from "../text/text.ts";
import { builders } from "./builders.ts";
import type { Context } from "./context.ts";
import { crossChecks } from "./checks.ts";
import { dayNumber, isDate, isoDate } from "../scenario/dates.ts";
import { type Place, type Problem, ScenarioErrors, suggestion } from "../text/errors.ts";
import { toProblems } from "./issues.ts";
import { fail, type Located, locate, merge, nodeAt, plain } from "./located.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type ScenarioOutput, scenarioSchema } from "./schema.ts";

export interface ReadOptions {
  /** Shown in errors, and what relative `extends` are resolved against. */
  readonly file?: string;
  /** Values set over the file, by path, as a command line gives them: units allowed. */
  readonly set?: Readonly<Record<string, string>>;
  /** Cuts the run short. */
  readonly weeks?: number;
  /** Text of the scenario an `extends` names. @throws when there is none. */
  readonly resolve?: (name: string) => { readonly file: string; readonly text: string };
}

/** Where a number comes from and how far it may plausibly lie elsewhere. Canonical units. */
export interface Provenance {
  readonly source?: string;
  readonly note?: Text;
  readonly unit: string;
  readonly range?: readonly [number, number];
}

export interface ScenarioFile {
  readonly scenario: Scenario;
  /** By path from the top. */
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly notes: readonly Text[];
}

const MAX_PARENTS = 8;

/**
 * Reads a scenario: YAML text in, plain data in canonical units out. @throws ScenarioErrors with every problem found.
 */
export function readScenario(text: string, options: ReadOptions = {}): ScenarioFile {
  const file = options.file ?? "scenario.yaml";
  const { root, notes } = withinClock(
    withSettings(withParents(locate(text, file), options, [file]), options.set ?? {}),
    file,
  );
  const tree = plain(root) as Record<string, unknown>;
  delete tree.extends;
  const context = contextOf(tree);
  const schema = scenarioSchema(builders(context));
  const result = schema.safeParse(tree);
  if (!result.success) throw new ScenarioErrors(inOrder(toProblems(result.error.issues, schema, root)));
  const whole = withEnd(result.data, root);
  const problems = [...crossChecks(whole), ...sourceChecks(tree, whole)].map(({ path, text: words }) => ({
    place: nodeAt(root, path).place,
    path,
    text: words,
  }));
  if (problems.length > 0) throw new ScenarioErrors(inOrder(problems));
  return { scenario: shortened(whole, options.weeks), provenance: provenanceOf(tree, context), notes };
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

/** Puts the scenario over the one it extends, and that one over its own. */
function withParents(node: Located, options: ReadOptions, seen: readonly string[]): Located {
  const extended = node.map?.get("extends");
  if (!extended) return node;
  const { place, value } = extended;
  if (typeof value !== "string")
    throw fail(place, { en: "extends names one scenario", zh: "extends 应为一个情景名" }, ["extends"]);
  if (!options.resolve)
    throw fail(place, { en: "extends cannot be followed here", zh: "此处无法读取 extends 所指的情景" }, ["extends"]);
  const parent = openParent(options.resolve, value, place);
  if (seen.includes(parent.file) || seen.length > MAX_PARENTS)
    throw fail(place, { en: `“${value}” extends itself in a circle`, zh: `“${value}”的 extends 首尾相连，成了环` }, [
      "extends",
    ]);
  return merge(withParents(locate(parent.text, parent.file), options, [...seen, parent.file]), node);
}

/** A scenario that ends sooner than the one it extends leaves that one's later events out, and says so. */
function withinClock(root: Located, file: string): { root: Located; notes: Text[] } {
  const end = root.map?.get("clock")?.map?.get("end")?.value;
  const events = root.map?.get("events");
  if (!events?.list || typeof end !== "string") return { root, notes: [] };
  const date = (event: Located) => String(event.map?.get("date")?.value ?? "");
  const late = events.list.filter((e) => e.place.file !== file && isDate(date(e)) && date(e) > end);
  const list = events.list.filter((e) => !late.includes(e));
  const notes = late.map((e) => ({
    en: `${e.place.file}:${e.place.line} ${date(e)}: after the end, ${end}; left out`,
    zh: `${e.place.file}:${e.place.line} ${date(e)}：晚于结束日 ${end}，已略去`,
  }));
  return { root: { ...root, map: new Map(root.map).set("events", { ...events, list }) }, notes };
}

function openParent(
  resolve: NonNullable<ReadOptions["resolve"]>,
  name: string,
  place: Place,
): { file: string; text: string } {
  try {
    return resolve(name);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw fail(place, { en: why, zh: why }, ["extends"]);
  }
}

/** `--set path=value`: the value is read as YAML, so numbers, units, lists and records all work. */
function withSettings(root: Located, set: Readonly<Record<string, string>>): Located {
  return Object.entries(set).reduce((tree, [path, text]) => {
    const file = `--set ${path}`;
    const place: Place = { file, line: 0, column: 0 };
    const value = locate(`value: ${text}`, file).map?.get("value") ?? { place, value: null };
    return setAt(tree, path, atPlace(value, place));
  }, root);
}

const atPlace = (node: Located, place: Place): Located => ({
  ...node,
  place,
  map: node.map && new Map([...node.map].map(([k, v]) => [k, atPlace(v, place)])),
  list: node.list?.map((item) => atPlace(item, place)),
});

function setAt(node: Located, path: string, value: Located): Located {
  if (path === "") {
    const record = node.map?.has("value") && !value.map;
    return record ? { ...node, map: new Map(node.map).set("value", value) } : value;
  }
  const keys = node.map ? [...node.map.keys()] : (node.list ?? []).map((_, k) => String(k));
  const fits = keys.filter((key) => path === key || path.startsWith(`${key}.`));
  const key = fits.length > 0 ? fits.reduce((a, b) => (b.length > a.length ? b : a)) : path.split(".")[0];
  const rest = path.slice(key.length + 1);
  const child = node.map?.get(key) ?? node.list?.[Number(key)];
  if (!child && rest !== "") {
    const hint = suggestion(key, keys);
    throw fail(value.place, { en: `nothing is called “${key}”${hint.en}`, zh: `没有名为“${key}”的项${hint.zh}` });
  }
  const next = setAt(child ?? { place: value.place, value: undefined }, rest, value);
  if (node.list) return { ...node, list: node.list.map((item, k) => (String(k) === key ? next : item)) };
  return { ...node, map: new Map(node.map).set(key, next) };
}

/** Currency, rates and named numbers come first: every other number may need them. */
function contextOf(tree: Record<string, unknown>): Context {
  const currency = typeof tree.currency === "string" ? tree.currency : "CNY";
  const fx: Record<string, number> = {};
  for (const [name, rate] of Object.entries((tree.fx ?? {}) as Record<string, unknown>)) {
    const number = Number.parseFloat(String(isObject(rate) ? rate.value : rate));
    if (number > 0) fx[name] = number;
  }
  const clock = tree.clock as { start?: unknown; end?: unknown; weeks?: unknown } | undefined;
  return { money: { currency, fx }, parameters: namedNumbers(tree.parameters), clock: span(clock), records: new Map() };
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null;

/** Named parameters in order; a later one may be a formula of earlier ones. */
function namedNumbers(raw: unknown): Record<string, number> {
  const out: Record<string, number> = {};
  if (!isObject(raw)) return out;
  for (const [name, given] of Object.entries(raw)) {
    const value = isObject(given) ? given.value : given;
    if (typeof value === "number") out[name] = value;
    else if (typeof value === "string" && value.startsWith("=")) {
      try {
        out[name] = compileFormula(value.slice(1), Object.keys(out)).evaluate(out);
      } catch {
        continue; // the schema says what is wrong with it, and where
      }
    }
  }
  return out;
}

function span(clock: { start?: unknown; end?: unknown; weeks?: unknown } | undefined): Context["clock"] {
  const { start, end, weeks } = clock ?? {};
  if (typeof start !== "string" || !isDate(start)) return null;
  if (typeof end === "string" && isDate(end)) return { start, end };
  return typeof weeks === "number" && weeks > 0 && weeks <= 5200 ? { start, end: lastDay(start, weeks) } : null;
}

const lastDay = (start: string, weeks: number) => isoDate(dayNumber(start) + 7 * weeks - 1);

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
  return { ...scenario, clock: { start, end: end ?? lastDay(start, weeks!), tickDays, burnInWeeks } };
}

function shortened(scenario: Scenario, weeks: number | undefined): Scenario {
  if (weeks === undefined) return scenario;
  const cut = lastDay(scenario.clock.start, weeks);
  return cut >= scenario.clock.end ? scenario : { ...scenario, clock: { ...scenario.clock, end: cut } };
}

/** Every record of provenance, by path. */
function* recordsOf(
  tree: unknown,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; record: Record<string, unknown> }> {
  if (Array.isArray(tree)) for (const [k, item] of tree.entries()) yield* recordsOf(item, [...path, k]);
  else if (isObject(tree)) {
    if (Object.hasOwn(tree, "value")) yield { path, record: tree };
    else for (const [key, child] of Object.entries(tree)) yield* recordsOf(child, [...path, key]);
  }
}

function sourceChecks(
  tree: unknown,
  { sources }: Scenario,
): { path: (string | number)[]; text: { en: string; zh: string } }[] {
  const known = Object.keys(sources);
  return [...recordsOf(tree)]
    .filter(({ record }) => typeof record.source === "string" && !known.includes(record.source))
    .map(({ path, record }) => {
      const hint = suggestion(String(record.source), known);
      return {
        path: [...path, "source"],
        text: {
          en: `no source “${String(record.source)}” in sources${hint.en}`,
          zh: `sources 里没有“${String(record.source)}”${hint.zh}`,
        },
      };
    });
}

/** A note in both languages, or plain, the same in both. */
function remark(x: unknown): Text | undefined {
  if (typeof x === "string") return inBoth(x);
  if (!isObject(x)) return undefined;
  const { en, zh } = x;
  return typeof en === "string" && typeof zh === "string" ? { en, zh } : undefined;
}

function provenanceOf(tree: unknown, { records }: Context): Record<string, Provenance> {
  const out: Record<string, Provenance> = {};
  for (const { path, record } of recordsOf(tree)) {
    const read = records.get(record);
    if (!read) continue;
    const text = (x: unknown) => (typeof x === "string" ? x : undefined);
    out[path.join(".")] = {
      source: text(record.source),
      note: remark(record.note),
      unit: read.unit,
      range: read.range,
    };
  }
  return out;
}
