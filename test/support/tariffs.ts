import { readScenario } from "../../engine/authoring.ts";
import { compile, type Recording, type Scenario, simulateModel } from "../../engine/index.ts";

/** A market of one segment that buys from one vendor's products, all fine by itself; `text` says what is tried. */
export function smallMarket({
  products,
  segment = "",
  more = "",
  start = "2026-08-17",
}: Readonly<Record<string, string>>): Scenario {
  const text = `
id: small
title: Small
question: "?"
currency: CNY
clock: {start: ${start}, weeks: 4, tickDays: 7, burnInWeeks: 4}
arenas: {plans: {meter: month}}
demand:
  kind: mixed-logit
  agents: 400
  mu: 0.4
  fixedCost: {median: 0.01, sd: 0.5}
  volume: {level: 20 Mtok/week, sd: 1}
  outputShare: {from: 0.25, to: 0.25}
  segments:
    devs: {label: Devs, weight: 1, lnV: {mean: 4, sd: 0.5}, attention: {base: 1}, adoption: {base: 1}${segment}}
vendors:
  v:
    name: V
    load: 0.5
    strategy: {kind: hold}
    products:
${products.replace(/^/gm, "      ")}
${more}
`;
  return readScenario(text, { file: "small.yaml" }).scenario;
}

export const run = (scenario: Scenario): Recording => simulateModel(compile(scenario, { seed: 1 }));

/** A product's column in the last week. */
export function last(r: Recording, id: string, column: keyof Recording["product"]): number {
  const n = r.productIds.length;
  return r.product[column][(r.dates.length - 1) * n + r.productIds.indexOf(id)];
}
export const tokens = (r: Recording, id: string) => last(r, id, "tokensInput") + last(r, id, "tokensOutput");

export const COST = "cost: {kind: curve, input: 0.4, output: 1.6}";
