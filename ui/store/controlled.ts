import { type Move, type Recording, RECORDED } from "../../engine/index.ts";
import { HELD } from "./finer.ts";

type Group = "product" | "vendor" | "segment" | "market";

/** Three runs on the same draws and days. */
export interface Three {
  readonly whole: Recording;
  readonly small: Recording; // of the same scenario, with fewer people and days
  readonly changed: Recording; // the small one again, after a change
}

/**
 * What the whole run would be after the change: the whole run, and what the change does to the small one. The two small
 * runs have their draws in common, so most of what a few people get wrong is in both and falls out (a control
 * variate). Flows and stocks are added; prices, flags and ratios are those of the whole run where the change does not
 * reach them, else those of the small one.
 */
export function controlled(three: Three): Recording {
  const { whole, changed } = three;
  const reached = changed.productIds.map((_, j) => isReached(three, j));
  const isKept = ({ product }: Move) => !reached[product];
  const moves = [...whole.moves.filter(isKept), ...changed.moves.filter((move) => !isKept(move))];
  return {
    ...changed,
    product: columnsOf(three, "product"),
    vendor: columnsOf(three, "vendor"),
    segment: columnsOf(three, "segment"),
    market: columnsOf(three, "market"),
    moves: moves.toSorted((a, b) => a.tick - b.tick || a.product - b.product),
  };
}

/** Whether three runs can be held together: the same days, and the same names in the same places. */
export function canControl(whole: Recording, changed: Recording): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, k) => x === b[k]);
  return (["dates", "productIds", "vendorIds", "segmentIds"] as const).every((name) =>
    same(whole[name], changed[name]),
  );
}

/** Columns are worked out when they are first asked for: what is drawn needs a few of sixty. */
function columnsOf<G extends Group>({ whole, small, changed }: Three, group: G): Recording[G] {
  const columns = {} as Recording[G];
  for (const name of Object.keys(changed[group])) {
    let made: Float64Array | undefined;
    const of = (recording: Recording) => (recording[group] as Readonly<Record<string, Float64Array>>)[name];
    const get = () =>
      (made ??= (ADDITIVE.has(`${group}.${name}`) ? sums : pieces)(of(whole), of(small), of(changed), whole));
    Object.defineProperty(columns, name, { get, enumerable: true });
  }
  return columns;
}

/** Columns that are not ratios, nor set by anybody for a while. */
const ADDITIVE: ReadonlySet<string> = new Set(
  RECORDED.filter(({ id, unit }) => unit !== "1" && !HELD.has(id)).map(({ entity, id }) => `${entity}.${id}`),
);

/** What cannot be negative in any of the three is not in their sum: shares stay between 0 and 1. */
function sums(whole: Float64Array, small: Float64Array, changed: Float64Array): Float64Array {
  const out = new Float64Array(whole.length);
  for (let k = 0; k < out.length; k++) {
    const [a, b, c] = [whole[k], small[k], changed[k]];
    const sum = Object.is(b, c) ? a : a + (c - b);
    const least = a >= 0 && b >= 0 && c >= 0 ? 0 : -Infinity;
    out[k] = Number.isNaN(sum) ? c : Math.max(least, sum); // NaN: not there, or no longer
  }
  return out;
}

/** Each line of the whole run that the change does not reach; of the small one where it does. */
function pieces(whole: Float64Array, small: Float64Array, changed: Float64Array, { dates }: Recording): Float64Array {
  const out = whole.slice();
  const width = whole.length / dates.length;
  for (let j = 0; j < width; j++) {
    if (isAlike(small, changed, width, j)) continue;
    for (let k = j; k < out.length; k += width) out[k] = changed[k];
  }
  return out;
}

/** What a product posts. Named, not looked for: to go through the columns would lay out each of them. */
const POSTED = [...HELD].filter((id) => RECORDED.some((row) => row.entity === "product" && row.id === id)) as "live"[];

/** Whether the change reaches what a product posts. */
function isReached({ small, changed }: Three, product: number): boolean {
  const width = changed.productIds.length;
  return POSTED.some((id) => !isAlike(small.product[id], changed.product[id], width, product));
}

function isAlike(a: Float64Array, b: Float64Array, width: number, from: number): boolean {
  for (let k = from; k < a.length; k += width) if (!Object.is(a[k], b[k])) return false;
  return true;
}
