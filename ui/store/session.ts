import type { MarketEvent, Price } from "../../engine/index.ts";

/** A price posted by hand: a point on the event strip. */
export type Cut = Price & {
  readonly date: string; // YYYY-MM-DD
  readonly product: string; // vendor.product
};

/** Everything that decides what is computed, and nothing else: what a link carries and undo restores. */
export interface Session {
  readonly scenario: string; // library id, or OWN
  readonly own: string | null; // text of the scenario written by hand
  readonly baseline: string; // library id, or OWN: the scenario written by hand, before any change
  readonly levers: Readonly<Record<string, number>>;
  readonly patches: Readonly<Record<string, unknown>>; // by scenario path
  readonly cuts: readonly Cut[];
  readonly events: readonly MarketEvent[]; // other than prices: who follows a script alone, say
  readonly held: readonly string[]; // products priced by hand alone: the model no longer decides for them
  readonly seed: string;
}

export const OWN = "own";
export const FIRST_SCENARIO = "china-2024";

export const freshSession = (scenario = FIRST_SCENARIO): Session => ({
  scenario,
  own: null,
  baseline: scenario,
  levers: {},
  patches: {},
  cuts: [],
  events: [],
  held: [],
  seed: "1",
});

export const isEdited = ({ levers, patches, cuts, events, held }: Session): boolean =>
  Object.keys(levers).length + Object.keys(patches).length + cuts.length + events.length + held.length > 0;

/** The same scenario and baseline, with every change undone. */
export const withoutChanges = (s: Session): Session => ({
  ...s,
  levers: {},
  patches: {},
  cuts: [],
  events: [],
  held: [],
});

export const setLever = (s: Session, id: string, value: number): Session => ({
  ...s,
  levers: { ...s.levers, [id]: value },
});

export const resetLever = (s: Session, id: string): Session => ({ ...s, levers: without(s.levers, id) });

export const setPatch = (s: Session, path: string, value: unknown): Session => ({
  ...s,
  patches: { ...s.patches, [path]: value },
});

export const resetPatch = (s: Session, path: string): Session => ({ ...s, patches: without(s.patches, path) });

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

const sameCut = (a: Cut, b: Cut) => a.date === b.date && a.product === b.product;

/** One price a product and day: a later cut replaces an earlier one of its day. */
export function addCuts(s: Session, cuts: readonly Cut[]): Session {
  const kept = s.cuts.filter((old) => !cuts.some((cut) => sameCut(cut, old)));
  return {
    ...s,
    cuts: [...kept, ...cuts].toSorted((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : a.product < b.product ? -1 : 1,
    ),
  };
}

export const removeCuts = (s: Session, cuts: readonly Cut[]): Session => ({
  ...s,
  cuts: s.cuts.filter((old) => !cuts.some((cut) => sameCut(cut, old))),
});

/** Takes products over: from now on their prices are `cuts` and nothing else. */
export function hold(s: Session, products: readonly string[], cuts: readonly Cut[]): Session {
  const held = [...new Set([...s.held, ...products])].toSorted();
  return addCuts({ ...s, held, cuts: s.cuts.filter((c) => !products.includes(c.product)) }, cuts);
}

/** Lets the model decide again. */
export const release = (s: Session, products: readonly string[]): Session => ({
  ...s,
  held: s.held.filter((p) => !products.includes(p)),
  cuts: s.cuts.filter((c) => !products.includes(c.product)),
});

const keyOf = ({ date: _date, ...rest }: MarketEvent): string => JSON.stringify([rest.kind, rest.vendor, rest.product]);

/** One event of a kind about somebody: a later one takes the place of one before. */
export const addEvent = (s: Session, event: MarketEvent): Session => ({
  ...s,
  events: [...s.events.filter((old) => keyOf(old) !== keyOf(event)), event],
});

export const removeEvent = (s: Session, event: MarketEvent): Session => ({
  ...s,
  events: s.events.filter((old) => keyOf(old) !== keyOf(event)),
});

/** From a day on a vendor changes its prices only as set by hand, and answers nobody. */
export const followScript = (vendor: string, date: string): MarketEvent => ({
  date,
  kind: "strategy",
  vendor,
  strategy: { kind: "hold" },
});
