import {
  type Bought,
  carli,
  drobisch,
  dutot,
  fisher,
  geometricLaspeyres,
  geometricPaasche,
  jevons,
  laspeyres,
  marshallEdgeworth,
  paasche,
  satoVartia,
  tornqvist,
  walsh,
} from "../theory/price-indices.ts";
import type { Branch, CaseFile, Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, listOf, numbers, OtherKind, tolerance } from "./read.ts";

const FORMULAS: Readonly<Record<string, (goods: readonly Bought[]) => number>> = {
  laspeyres,
  paasche,
  fisher,
  tornqvist,
  walsh,
  satovartia: satoVartia,
  geometriclaspeyres: geometricLaspeyres,
  geometricpaasche: geometricPaasche,
  jevons,
  carli,
  dutot,
  drobisch,
  marshalledgeworth: marshallEdgeworth,
};

/** “Törnqvist”, “sato_vartia”, “Sato-Vartia” are one name each. */
const plain = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]|index$/g, "");

const PRICES = ["prices", "price", "p"];
const QUANTITIES = ["quantities", "quantity", "q"];

/**
 * Price indices of a basket over two or more periods, period by period in rows: direct against the first, or chained.
 * `expected` names formulas, each with its value at the last period or a list by period, the first being 1; formulas
 * under `chained` are linked period by period, those under `direct` or by themselves are not. The two periods may also
 * be given as `p0`, `p1`, `q0`, `q1`.
 */
export const priceIndices: Checker = {
  id: "price-indices",
  label: { en: "Price indices", zh: "价格指数" },
  accepts: (file) => /price ind(?:ex|ices)|index numbers?/i.test(file.topic) || asksFor(file),
  *check(file) {
    const periods = periodsOf(branch(file.params));
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(file.expected))) {
      rows.push(...compareTrees(expected, foundAt(key, expected, periods), tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

/** A case of another topic whose every expected number is an index's. */
const asksFor = ({ expected, params }: CaseFile): boolean => {
  const names = Object.keys(branch(expected));
  const given = branch(params);
  const hasPrices = "p0" in given || PRICES.some((key) => key in given);
  return hasPrices && names.length > 0 && names.every((name) => plain(name) in FORMULAS || HOW.includes(name));
};

const HOW = ["chained", "direct"];

interface Period {
  readonly p: readonly number[];
  readonly q: readonly number[];
}

function periodsOf(params: Branch): Period[] {
  const two = ["p0", "p1", "q0", "q1"].map((key) => (key in params ? numbers(params[key]) : null));
  const [p0, p1, q0, q1] = two;
  const found = p0 && p1 && q0 && q1 ? [of(p0, q0), of(p1, q1)] : table(params);
  const goods = found[0]?.p.length ?? 0;
  if (found.length < 2 || goods === 0 || found.some(({ p, q }) => p.length !== goods || q.length !== goods))
    throw new OtherKind("prices, quantities", {
      en: "as many goods in each of two or more periods",
      zh: "至少两期、每期产品数相同的数值",
    });
  return found;
}

const of = (p: readonly number[], q: readonly number[]): Period => ({ p, q });

function table(params: Branch): Period[] {
  const [prices, quantities] = [PRICES, QUANTITIES].map((names) => {
    const key = names.find((name) => name in params);
    if (key === undefined) throw new OtherKind(names[0], { en: "a list a period", zh: "每期一个列表" });
    return listOf(params, key).map((list) => numbers(list, key));
  });
  return prices.map((p, t) => of(p, quantities[t] ?? []));
}

function foundAt(key: string, expected: Tree, periods: readonly Period[]): Found {
  if (HOW.includes(key))
    return Object.fromEntries(
      Object.entries(branch(expected)).map(([name, wanted]) => [name, index(name, wanted, { periods, how: key })]),
    );
  return index(key, expected, { periods, how: "direct" });
}

function index(
  name: string,
  wanted: Tree,
  { periods, how }: { readonly periods: readonly Period[]; readonly how: string },
): Found {
  const formula = FORMULAS[plain(name)];
  if (!formula) return undefined;
  const path = [1];
  for (let t = 1; t < periods.length; t++)
    path.push(
      how === "chained"
        ? path[t - 1] * formula(between(periods[t - 1], periods[t]))
        : formula(between(periods[0], periods[t])),
    );
  return Array.isArray(wanted) ? path : path.at(-1);
}

const between = (a: Period, b: Period): Bought[] => a.p.map((p0, k) => ({ p0, p1: b.p[k], q0: a.q[k], q1: b.q[k] }));
