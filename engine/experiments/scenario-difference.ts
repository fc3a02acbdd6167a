import { patchScenario, readPath } from "../scenario/patch.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";

/** One thing in which a scenario differs from another, and the scenario without it. */
export type ScenarioDifference =
  | { readonly kind: "event"; readonly event: MarketEvent; readonly own: boolean; undone(): Scenario }
  | { readonly kind: "lever"; readonly lever: string; readonly from: number; readonly to: number; undone(): Scenario }
  | { readonly kind: "value"; readonly path: string; readonly from: unknown; readonly to: unknown; undone(): Scenario }
  /** A vendor or a product (vendor.product) that only one of them has. */
  | { readonly kind: "added" | "missing"; readonly of: "vendor" | "product"; readonly id: string };

/** What a scenario has that another has not, or otherwise: who is there, what happens on a date, number by number. */
export function scenarioDifferences(own: Scenario, other: Scenario): ScenarioDifference[] {
  const turned = leversOfEvents(own, other);
  const told = new Set(turned.flatMap(({ paths }) => paths.map(eventAt)));
  return [
    ...whoIsThere(own, other),
    ...events(own, other, told),
    ...turned.map(({ difference }) => difference),
    ...values(own, other),
  ];
}

interface Turned {
  readonly paths: readonly string[];
  readonly difference: ScenarioDifference;
}

const eventAt = (path: string): number => Number(/^events\.(\d+)\./.exec(path)?.[1] ?? NaN);

/** Levers on numbers of events, where those events are otherwise the same: one thing differs, not two events each. */
function leversOfEvents(own: Scenario, other: Scenario): Turned[] {
  return own.levers.flatMap(({ id, paths }): Turned[] => {
    if (!paths.every(({ path }) => eventAt(path) < Math.min(own.events.length, other.events.length))) return [];
    const [first] = paths;
    const back = Object.fromEntries(paths.map(({ path }) => [path, readPath(other, path)]));
    const [from, to] = [Number(back[first.path]), Number(readPath(own, first.path))];
    if (!(from !== to) || Object.values(back).some((x) => typeof x !== "number")) return [];
    const undone = patchScenario(own, back);
    const same = paths.every(({ path }) => alike(undone.events[eventAt(path)], other.events[eventAt(path)]));
    if (!same) return [];
    const [was, is] = [from / first.times, to / first.times];
    const difference = { kind: "lever", lever: id, from: was, to: is, undone: () => undone } as const;
    return [{ paths: paths.map(({ path }) => path), difference }];
  });
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function whoIsThere(own: Scenario, other: Scenario): ScenarioDifference[] {
  const only = (a: Scenario, b: Scenario, kind: "added" | "missing"): ScenarioDifference[] =>
    Object.entries(a.vendors).flatMap(([v, { products }]): ScenarioDifference[] => {
      if (!b.vendors[v]) return [{ kind, of: "vendor", id: v }];
      const lacking = Object.keys(products).filter((p) => !b.vendors[v].products[p]);
      return lacking.map((p) => ({ kind, of: "product", id: `${v}.${p}` }));
    });
  return [...only(own, other, "added"), ...only(other, own, "missing")];
}

function events(own: Scenario, other: Scenario, told: ReadonlySet<number>): ScenarioDifference[] {
  const keys = (s: Scenario) => new Set(s.events.map((e) => JSON.stringify(e)));
  const untold = (s: Scenario) => s.events.filter((_, k) => !told.has(k));
  const [here, there] = [keys(own), keys(other)];
  const without = (gone: MarketEvent) => ({ ...own, events: own.events.filter((e) => e !== gone) });
  const mine = untold(own).filter((e) => !there.has(JSON.stringify(e)));
  const its = untold(other).filter((e) => !here.has(JSON.stringify(e)));
  return [
    ...mine.map((event) => ({ kind: "event", event, own: true, undone: () => without(event) }) as const),
    ...its.map(
      (event) =>
        ({ kind: "event", event, own: false, undone: () => ({ ...own, events: [...own.events, event] }) }) as const,
    ),
  ];
}

/** Keys that say nothing about the market, or that other differences tell. */
const TOLD = new Set("id title question description events levers expect sources name short note label".split(" "));

interface Value {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** A lever moves several numbers at once: they are one difference where all of them moved in proportion. */
function values(own: Scenario, other: Scenario): ScenarioDifference[] {
  const all = walk(own, other, "");
  const at = new Map(all.map((value) => [value.path, value]));
  const moved = own.levers.filter(({ paths }) => paths.every(({ path }) => at.has(path)));
  const byLever = new Set(moved.flatMap(({ paths }) => paths.map(({ path }) => path)));
  return [
    ...moved.map(({ id, paths }): ScenarioDifference => {
      const [first] = paths;
      const { from, to } = at.get(first.path)!;
      const back = Object.fromEntries(paths.map(({ path }) => [path, at.get(path)!.from]));
      const undone = () => patchScenario(own, back);
      return { kind: "lever", lever: id, from: Number(from) / first.times, to: Number(to) / first.times, undone };
    }),
    ...all
      .filter(({ path }) => !byLever.has(path))
      .map((value): ScenarioDifference => ({
        kind: "value",
        ...value,
        undone: () => patchScenario(own, { [value.path]: value.from }),
      })),
  ];
}

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** Vendors and products of one side only are told as such. */
const isNames = (path: string): boolean => path === "vendors" || path.endsWith(".products");

function walk(own: unknown, other: unknown, path: string): Value[] {
  if (!isRecord(own) || !isRecord(other)) return alike(own, other) ? [] : [{ path, from: other, to: own }];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])]
    .filter((key) => !TOLD.has(key) && !(isNames(path) && !(key in own && key in other)))
    .flatMap((key) => walk(own[key], other[key], path ? `${path}.${key}` : key));
}
