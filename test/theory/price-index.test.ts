import { expect, test } from "vitest";
import { headline, metrics, openingPrice, type Recording } from "../../engine/index.ts";
import { listIndex, openingIndex, priceIndexAt } from "../../engine/metrics/price-index.ts";
import { fisher } from "../../engine/theory/price-indices.ts";
import { library, simulate, variant } from "../support/scenarios.ts";

const run = simulate(library("china-2024", { "demand.agents": 200 }), { seed: 1 });
const indexOf = (r: Recording): Float64Array => metrics.get("priceIndex").compute(r);

/** The same run with all list prices times `factor` from a day on; nobody reacts. */
function scaled(r: Recording, factor: number, from: number): Recording {
  const n = r.productIds.length;
  const times = (column: Float64Array) => column.map((x, k) => (k >= from * n ? factor * x : x));
  const { priceInput, priceOutput } = r.product;
  return { ...r, product: { ...r.product, priceInput: times(priceInput), priceOutput: times(priceOutput) } };
}

test("the index begins at one, and a launch at a hundredth of others' prices does not move it", () => {
  const index = indexOf(run);
  expect(index[0]).toBe(1);
  const launch = run.dates.indexOf("2024-05-06");
  const early = run.moves.filter((m) => m.tick <= launch);
  expect(early).toEqual([]);
  expect(index[launch]).toBeCloseTo(1, 12);
});

test("all prices halved halve the index, whenever it happens", () => {
  const index = indexOf(run);
  for (const from of [1, 20, 35, 36, 61, 300]) {
    const cut = indexOf(scaled(run, 0.5, from));
    index.forEach((x, t) => expect(cut[t] / x).toBeCloseTo(t < from ? 1 : 0.5, 12));
  }
});

test("the index at one tick is the series' value to the bit, and the headline's fall is of it", () => {
  const index = indexOf(run);
  index.forEach((x, t) => expect(priceIndexAt(run, t)).toBe(x));
  expect(headline(run).priceFall).toBe(1 - index.at(-1)!);
});

const BESIDE = ["laspeyresIndex", "paascheIndex", "tornqvistIndex", "walshIndex", "satoVartiaIndex"];

test("by Fisher's own formula the index is the one that headlines take", () => {
  const index = indexOf(run);
  listIndex(run, fisher).forEach((x, t) => expect(x).toBeCloseTo(index[t], 10));
});

test("every other index is halved with all prices, and Fisher's lies between Laspeyres' and Paasche's", () => {
  const cut = scaled(run, 0.5, 100);
  for (const id of BESIDE) {
    const [before, after] = [run, cut].map((r) => metrics.get(id).compute(r));
    before.forEach((x, t) => expect(after[t] / x, `${id} ${t}`).toBeCloseTo(t < 100 ? 1 : 0.5, 10));
  }
  const at = (id: string) => metrics.get(id).compute(run).at(-1)!;
  expect(at("paascheIndex")).toBeLessThan(at("priceIndex"));
  expect(at("priceIndex")).toBeLessThan(at("laspeyresIndex"));
});

test("prices that cost plus takes up over a file's list are how the market opens, no move in it", () => {
  const plus = Object.keys(library("china-2024").vendors).map(
    (v) => `${v}: {strategy: {kind: cost-plus, margin: 0.3}}`,
  );
  const r = simulate(variant(`events: null\nexpect: null\nvendors: {${plus.join(", ")}}`), { seed: 1 });
  expect(r.moves.filter(({ tick }) => tick === 0).length).toBeGreaterThan(10);
  expect(indexOf(r)[0]).toBe(1);
  const j = r.productIds.indexOf("baidu.ernie-4");
  expect(openingPrice(r, 0, j).input).toBe(r.product.priceInput[j]);
  expect(headline(r).moves).toBe(r.moves.filter(({ tick }) => tick > 0).length);
});

test("a cut of the first day counts: the index is 1 as the day opens, and every formula closes it lower", () => {
  const halved = "events: [{date: 2024-04-01, kind: price, vendor: baidu, change: -50 %}]";
  const r = simulate(variant(halved), { seed: 1 });
  const index = indexOf(r);
  const [, before, after] = r.productIds.reduce(
    (sums, id, j) => {
      if (r.product.live[j] === 0) return sums;
      const spent =
        r.product.priceInput[j] * r.product.tokensInput[j] + r.product.priceOutput[j] * r.product.tokensOutput[j];
      return [0, sums[1] + spent * (id.startsWith("baidu.") ? 2 : 1), sums[2] + spent];
    },
    [0, 0, 0],
  );
  expect(index[0]).toBeCloseTo(after / before, 12);
  expect(index[0]).toBeLessThan(0.95);
  expect(openingIndex(r, 0)).toBe(1);
  expect(headline(r).priceFall).toBeCloseTo(1 - index.at(-1)!, 12);
  expect(listIndex(r, fisher)[0]).toBe(index[0]);
});
