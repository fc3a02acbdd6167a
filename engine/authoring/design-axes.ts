import { readPath } from "../scenario/patch.ts";
import type { ScenarioFile } from "./read.ts";
import { ScenarioErrors, suggestion } from "../text/errors.ts";
import type { Lever } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import type { Axis, Setting } from "../experiments/axis.ts";
import { failAt, type OpenDesign } from "./design-read.ts";
import { isPattern, leavesOf } from "./design-pattern.ts";
import { pointAxes } from "./design-points.ts";
import { unitOfPath } from "./path-units.ts";
import type { AxisEntry } from "./design-file.ts";
import { readNumber } from "./quantity.ts";

/** Reads the design's scenario with some values set over it, units allowed. @throws ScenarioErrors. */
export type OpenWith = (set: Readonly<Record<string, string>>) => ScenarioFile;

/** A value as the design holds it, as `--set` would be given it. */
const asText = (value: unknown): string => JSON.stringify(value);

/** The axes of a design, in canonical units, each end checked by the scenario's own schema. */
export function resolveAxes(design: OpenDesign, open: OpenWith): Axis[] {
  const reading = { design, open, own: open({}) };
  if (design.file.points) return pointAxes(reading);
  return design.file.parameters.map((entry, k) => resolveAxis(entry, k, reading));
}

export interface Reading {
  readonly design: OpenDesign;
  readonly open: OpenWith;
  readonly own: ScenarioFile; // as the scenario is
}

type Path = readonly (string | number)[];

/** What an axis sets and what it is called; `at` is its place in the design. */
export function axisParts(entry: Pick<AxisEntry, "path" | "lever" | "scale">, at: Path, reading: Reading) {
  const { scenario, provenance } = reading.own;
  const lever = entry.lever === undefined ? null : findLever(entry.lever, at, reading);
  const path = entry.path ?? lever!.paths[0].path;
  const leaves = isPattern(path, entry.scale) ? leavesOf(path, entry.scale, { ...reading, at }) : null;
  return {
    path,
    label: (lever ?? soleLever(path, scenario.levers))?.label,
    also: leaves ?? lever?.paths.slice(1) ?? [],
    ...(leaves && { pattern: true as const }),
    unit: entry.scale === "factor" ? "" : (provenance[path]?.unit ?? unitOfPath(path)),
  };
}

function resolveAxis(entry: AxisEntry, k: number, reading: Reading): Axis {
  const { root } = reading.design;
  const parts = axisParts(entry, ["parameters", k], reading);
  const { path } = parts;
  const lever = reading.own.scenario.levers.find(({ id }) => id === entry.lever);
  const provenance = reading.own.provenance[path];
  const raw = entry.scale === "factor" ? 1 : readPath(reading.own.scenario, path);
  const base = typeof raw === "number" || typeof raw === "string" ? raw : null;
  const checkedAt = parts.pattern ? parts.also[0].path : path;
  const settingsOf = (given: readonly unknown[], at: (i: number) => Path): Setting[] =>
    entry.scale === "factor"
      ? given.map((value, i) => factor(value, at(i), reading))
      : asSettings(checkedAt, given, at, reading);
  if (entry.values) {
    const values = settingsOf(entry.values, (i) => ["parameters", k, "values", i]);
    return { ...parts, kind: "list", values, base };
  }
  const range = entry.range ?? lever?.plausible ?? provenance?.range;
  if (!range)
    throw failAt(root, ["parameters", k], {
      en: `${path} has no range of its own in the scenario: give range or values`,
      zh: `情景没有为 ${path} 给出范围，请写明 range 或 values`,
    });
  const place = (i: number) => (entry.range ? ["parameters", k, "range", i] : ["parameters", k]);
  const [low, high] = settingsOf(range, place).map((setting, i) => number(setting, place(i), reading));
  if (!(low < high))
    throw failAt(root, place(1), {
      en: `the range must rise: ${low} is not below ${high}`,
      zh: `范围的下限应小于上限：${low} 不小于 ${high}`,
    });
  const scale = entry.scale === "factor" ? (low > 0 ? "log" : "linear") : (entry.scale ?? lever?.scale ?? "linear");
  if (scale === "log" && low <= 0)
    throw failAt(root, place(0), { en: "a log scale needs a range above 0", zh: "对数刻度要求范围大于 0" });
  const wide = {
    ...parts,
    kind: "range",
    low,
    high,
    scale,
    points: entry.points,
    base: typeof base === "number" ? base : null,
  } as const;
  return { ...wide, integer: !parts.pattern && wholeOnly(path, low, high, reading) };
}

function findLever(id: string, at: Path, { design, own }: Reading): Lever {
  const { levers } = own.scenario;
  const lever = levers.find((l) => l.id === id);
  if (lever) return lever;
  const hint = suggestion(
    id,
    levers.map((l) => l.id),
  );
  throw failAt(design.root, [...at, "lever"], {
    en: `no lever “${id}” in the scenario${hint.en}`,
    zh: `情景里没有名为“${id}”的调节项${hint.zh}`,
  });
}

/** The lever that sets this path and no other lends it its name. */
const soleLever = (path: string, levers: readonly Lever[]): Lever | undefined =>
  levers.find(({ paths }) => paths.length === 1 && paths[0].path === path);

/**
 * What the scenario makes of a value at a path: a number in canonical units, or the value's text. A path that the
 * scenario spells otherwise once it is read (a price by the month) keeps the number it is given.
 */
function asSetting(path: string, value: unknown, at: Path, { design, open }: Reading): Setting {
  const read = readPath(openAt({ [path]: asText(value) }, at, { design, open }).scenario, path);
  return typeof read === "number"
    ? read
    : typeof value === "string" || typeof value === "number"
      ? value
      : asText(value);
}

const FEW = 8;

/**
 * The same for many values. The scenario is read anew for each, a tenth of a second; but bounds have no holes, so where
 * the least, the largest and one that is not whole are taken as they stand, so is every number between.
 */
export function asSettings(
  path: string,
  values: readonly unknown[],
  at: (i: number) => Path,
  reading: Reading,
): Setting[] {
  const known = new Map<unknown, Setting>();
  const read = (value: unknown, i: number): Setting => {
    const key = asText(value);
    if (!known.has(key)) known.set(key, asSetting(path, value, at(i), reading));
    return known.get(key)!;
  };
  const numbers = values.filter((x) => typeof x === "number");
  const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const largest = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const broken = numbers.find((x) => !Number.isInteger(x));
  const samples = numbers.length > FEW ? [least, largest, ...(broken === undefined ? [] : [broken])] : [];
  const asTheyStand = samples.length > 0 && samples.every((x) => read(x, values.indexOf(x)) === x);
  return values.map((value, i) => (asTheyStand && typeof value === "number" ? value : read(value, i)));
}

/** What a whole price list is multiplied by. */
function factor(value: unknown, at: Path, { design }: Reading): number {
  const x = typeof value === "string" ? (readNumber(value, "1") ?? NaN) : Number(value);
  if (x >= 0 && Number.isFinite(x)) return x;
  throw failAt(design.root, at, {
    en: "a factor is a number from 0 up, like 0.2 or 20 %",
    zh: "倍数应为不小于 0 的数，例如 0.2 或 20 %",
  });
}

/** What is wrong with a value is said at the value's place in the design. */
function openAt(
  set: Readonly<Record<string, string>>,
  at: Path,
  { design, open }: Pick<Reading, "design" | "open">,
): ScenarioFile {
  try {
    return open(set);
  } catch (error) {
    if (!(error instanceof ScenarioErrors)) throw error;
    const own = error.problems.filter((p) => p.place.file.startsWith("--set"));
    throw own.length > 0 ? failAt(design.root, at, inPath(Object.keys(set)[0], own[0].text)) : error;
  }
}

const inPath = (path: string, text: Text): Text => ({ en: `${path}: ${text.en}`, zh: `${path}：${text.zh}` });

function number(value: Setting, at: Path, { design }: Reading): number {
  if (typeof value === "number") return value;
  throw failAt(design.root, at, {
    en: `a range needs numbers; list “${value}” under values`,
    zh: `范围的两端应为数；“${value}”请写在 values 里`,
  });
}

/** Whether the path takes whole numbers only: shown by what it does with one between its ends. */
function wholeOnly(path: string, low: number, high: number, { open }: Reading): boolean {
  if (!Number.isInteger(low) || !Number.isInteger(high)) return false;
  try {
    open({ [path]: String(low + 0.381966 * (high - low)) });
    return false;
  } catch (error) {
    if (error instanceof ScenarioErrors) return true;
    throw error;
  }
}
