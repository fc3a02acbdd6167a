import { expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import type { MixedLogit } from "../../../engine/index.ts";

const market = (currency: string, more = "") => `
id: m
title: M
question: "?"
currency: ${currency}
${more}
clock: {start: 2026-01-01, weeks: 4}
demand:
  kind: mixed-logit
  agents: 10
  mu: 0.25
  fixedCost: {median: 1, sd: 0.4}
  volume: {level: 50 Mtok/week, sd: 1}
  outputShare: {from: 0.2, to: 0.2}
  segments: {d: {label: D, weight: 1, lnV: {mean: 1, sd: 1}, attention: {base: 0.1}, adoption: {base: 0.1}}}
vendors:
  a:
    name: A
    strategy: {kind: follow}
    products: {p: {price: {input: 1, output: 2}, cost: {kind: curve, input: 0.1, output: 0.2}}}
`;

/** What a file leaves out of a follower's thresholds and of what counts as news. */
function amounts(currency: string, more?: string) {
  const { vendors, demand } = readScenario(market(currency, more)).scenario;
  const { offset, freeBelow } = vendors.a.strategy as unknown as Record<"offset" | "freeBelow", number | undefined>;
  return { offset, freeBelow, news: (demand as MixedLogit).news.offset };
}

test("amounts that a file leaves out are as much in any currency: by its own rate, or by the usual one", () => {
  expect(amounts("CNY")).toEqual({ offset: undefined, freeBelow: undefined, news: 0.1 }); // .2 and 1.2, as tables say
  const dollars = amounts("USD");
  expect(dollars.offset).toBeCloseTo(0.2 / 7.1, 12);
  expect(dollars.freeBelow).toBeCloseTo(1.2 / 7.1, 12);
  expect(dollars.news).toBeCloseTo(0.1 / 7.1, 12);
  expect(amounts("USD", "fx: {CNY: 0.125}")).toEqual({ offset: 0.025, freeBelow: 0.15, news: 0.0125 });
  expect(amounts("CNY").news).toBe(0.1); // whatever was read before
});
