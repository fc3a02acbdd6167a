import { expect, test } from "vitest";
import { compile, findSeries, type Recording, simulateModel, splitPaid } from "../../../engine/index.ts";
import { smallMarket } from "../../support/tariffs.ts";

const COST = "cost: {kind: curve, input: 0.4, output: 1.6}";
const products =
  "p: {tier: flagship, quality: 0.5, price: {input: 4, output: 16, cached: 0.4}, " +
  `tokensPerTask: [{date: 2026-08-17, value: 1}, {date: 2026-08-31, value: 1.5}], ${COST}}\n` +
  `lite: {tier: lite, price: {input: 1, output: 4}, ${COST}}`;
const segment =
  ", deferrable: 0.3, cachedShare: 0.2, " +
  "traffic: {answers: {route: {share: 0.4, cost: 0.5}, cache: {share: 0.6, cost: 0.5}}}";
const more = `events:
  - {date: 2026-08-24, kind: price, product: v.p, price: {input: 6, output: 16, cached: 0.3}}
  - {date: 2026-08-31, kind: tariff, product: v.p, tariff: {hours: {windows: [{from: 0, to: 12, times: 1.5}]}}}`;
const recording: Recording = simulateModel(compile(smallMarket({ products, segment, more }), { seed: 1 }));

test("a change of the price paid for work is list, mix, terms, tokens a task and tier, with no rest", () => {
  const split = splitPaid(recording, 0, [0, 3]);
  const parts = split.list + split.mix + split.terms + split.tokens + split.tier;
  expect(parts).toBeCloseTo(split.to - split.from, 10);
  for (const part of ["list", "terms", "tokens"] as const) expect(split[part]).toBeGreaterThan(0);
  expect(split.mix).toBeLessThan(0); // a cached read that got cheaper against a fresh one is used more
  expect(split.tier).toBeLessThan(0); // the dearer main product sends more tasks down
});

test("a change of tariff alone moves the terms and what buyers answer, not the list", () => {
  const split = splitPaid(recording, 0, [1, 1]);
  expect(split).toMatchObject({ list: 0, mix: 0, terms: 0, tokens: 0, tier: 0 });
});

test("the index of prices paid follows tokens a task and tariffs; that of list prices knows neither", () => {
  const index = (id: string) => findSeries({ entity: "market", name: id })!.compute(recording);
  const [paid, listed] = [index("paidIndex"), index("priceIndex")];
  expect(listed[3]).toBeCloseTo(listed[1], 1); // weights move, prices do not
  expect(paid[3]).toBeGreaterThan(paid[1] * 1.2);
});
