import { describe, expect, test } from "vitest";
import {
  CELLS,
  type Cell,
  recoupmentCells,
  type Recording,
  type Scenario,
  worthOf,
  worthRun,
} from "../../../engine/index.ts";
import { duelScenario } from "../../support/duel.ts";
import { simulate } from "../../support/scenarios.ts";

const span = { from: "2024-01-01", to: "2024-12-29" };
const cut = (price: number, product = "v0.p") => ({
  date: "2024-01-15",
  kind: "price",
  product,
  price: { input: price, output: price },
});
const hold = { kind: "hold" };

function worth(s: Scenario) {
  const runs = [0, 1].map((replication) => {
    const cells = recoupmentCells(s, "v0", simulate(s, { replication }));
    return Object.fromEntries(CELLS.map((c) => [c, simulate(cells[c], { replication })])) as Record<Cell, Recording>;
  });
  return {
    runs,
    found: worthOf(
      "v0",
      runs.map((run) => worthRun("v0", run, span)),
    ),
  };
}

describe("was the cut worth it", () => {
  const s = duelScenario({
    strategies: [hold, hold],
    price: [1.9, 1.9],
    set: { events: [cut(1.5), cut(1.4, "v1.p")] },
  });
  test("the four cells hold the vendor or its rivals, and nothing else", () => {
    const { runs } = worth(s);
    const ends = CELLS.map((c) => [0, 1].map((v) => runs[0][c].product.priceInput.at(v - 2)));
    expect(ends).toEqual([
      [1.5, 1.4],
      [1.5, 1.9],
      [1.9, 1.4],
      [1.9, 1.9],
    ]);
  });
  test("a cut towards the best reply pays unanswered, and pays less once rivals react", () => {
    const { found } = worth(s);
    expect(found.unanswered.mean).toBeGreaterThan(0);
    expect(found.holdOut.mean).toBeLessThan(0);
    expect(found.cells["cut/react"].profit).toBeLessThan(found.cells["cut/held"].profit);
  });
  test("break-even rise, elasticity and share follow from price and cost", () => {
    const { breakEven, cells } = worth(s).found;
    expect(breakEven.rise).toBeCloseTo(0.9 / 0.5 - 1, 9);
    expect(breakEven.elasticity).toBeCloseTo(Math.log(1.8) / Math.log(1.5 / 1.9), 9);
    expect(breakEven.share).toBeCloseTo(1.8 * cells["hold/react"].share, 9);
    expect(breakEven.realised).toBeGreaterThan(0);
  });
  test("below cost no rise breaks even, all is sold below cost, and money runs out", () => {
    const below = duelScenario({ strategies: [hold, hold], set: { events: [cut(0.8)], "vendors.v0.cash": 10 } });
    const { found } = worth(below);
    expect(found.breakEven.rise).toBe(Infinity);
    expect(found.belowCost).toBe(1);
    expect(found.runwayWeeks).toBeGreaterThan(0);
    expect(found.runwayWeeks).toBeLessThan(100);
    expect(found.follow.high).toBeLessThan(0);
  });
});

test("profit is discounted: a later coin is worth less", () => {
  const s = duelScenario({ strategies: [hold, hold] });
  const { runs } = worth(s);
  const [now, later] = [0, 0.5].map(
    (rate) =>
      worthOf(
        "v0",
        runs.map((run) => worthRun("v0", run, span, rate)),
      ).cells["hold/held"].profit,
  );
  expect(later).toBeLessThan(now);
  expect(later).toBeGreaterThan(0.7 * now);
});

describe("what a cut must bring to break even", () => {
  const of = (s: Scenario, days: typeof span) => {
    const cells = recoupmentCells(s, "v0", simulate(s));
    const run = Object.fromEntries(CELLS.map((c) => [c, simulate(cells[c])])) as Record<Cell, Recording>;
    const once = worthRun("v0", run, days);
    return worthOf("v0", [once, once]).breakEven;
  };
  test("is computed from the price given up, also once the cut is past or comes on the first day", () => {
    const s = duelScenario({ strategies: [hold, hold], price: [1.9, 1.9], set: { events: [cut(1.5)] } });
    expect(of(s, { from: "2024-03-04", to: span.to }).rise).toBeCloseTo(0.9 / 0.5 - 1, 9);
    const atOnce = { ...s, events: s.events.map((e) => ({ ...e, date: "2024-01-01" })) };
    expect(of(atOnce, span).rise).toBeCloseTo(0.9 / 0.5 - 1, 9);
  });
  test("is nothing, not less than nothing, for a rise from below cost", () => {
    const s = duelScenario({ strategies: [hold, hold], price: [0.8, 1.9], set: { events: [cut(1.5)] } });
    expect(of(s, span)).toMatchObject({ rise: -1, share: 0 });
  });
});

test("profit is discounted day by day: at 10 % a year, 52 weeks come to a hand sum of e^(-0.1 t)", () => {
  const s = duelScenario({ strategies: [hold, hold], price: [1.9, 1.9] });
  const { runs } = worth(s);
  const r = runs[0]["hold/held"];
  // One firm of two at 1.9 in Calvano's market: share 1/(2 + e^(-0.1/0.25)), margin 0.9, the same every week.
  const flow = 0.9 / (2 + Math.exp(-0.1 / 0.25));
  const byHand = r.dates.reduce((sum, _, week) => sum + flow * Math.exp((-0.1 * 7 * week) / 365), 0);
  const { profit } = worthRun("v0", runs[0], span).results["hold/held"];
  expect(profit).toBeCloseTo(byHand, 9);
});
