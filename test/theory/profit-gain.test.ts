import { expect, test } from "vitest";
import { measure } from "../../charts/data/measures.ts";
import { benchmarks, compile, openMarket, type Scenario, tick } from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { duelScenario } from "../support/duel.ts";
import { library } from "../support/scenarios.ts";

const hold = { kind: "hold" };
const at = (price: number, later: readonly [string, number][] = []): Scenario =>
  duelScenario({
    strategies: [hold, hold],
    price: [price, price],
    set: {
      events: later.flatMap(([date, p]) =>
        ["v0.p", "v1.p"].map((product) => ({ date, kind: "price", product, price: { input: p, output: p } })),
      ),
    },
  });

/** Nash and cartel prices of the duel. */
function prices(): readonly [number, number] {
  const model = compile(at(1.5));
  const market = openMarket(model);
  tick(model, market);
  const { nash, cartel } = benchmarks(model, market);
  return [nash[0], cartel[0]];
}

const gainsOf = async (scenario: Scenario) => {
  const recording = await inlineRunner().run({ scenario, seed: 1, nashEvery: 28 });
  return { recording, gain: measure("profitGain").compute(recording) };
};

test("the profit gain is 0 while prices are at Nash, 1 once they are the cartel's, below 0 in a war", async () => {
  const [nash, cartel] = prices();
  const { recording, gain } = await gainsOf(
    at(nash, [
      ["2024-05-06", cartel],
      ["2024-10-07", 1.2],
    ]),
  );
  const on = (date: string) => gain[recording.dates.findLastIndex((d) => d <= date)];
  expect(on("2024-02-01")).toBeCloseTo(0, 6);
  expect(on("2024-08-01")).toBeCloseTo(1, 6);
  expect(on("2024-12-01")).toBeLessThan(-0.1);
});

test("competition is priced on the first tick, every four weeks, and on the last", async () => {
  const { recording } = await gainsOf(at(1.5));
  const ticks = recording.nash!.map((d) => d.tick + 0); // no minus zero
  expect(ticks).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 51]);
});

test("without prices of competition there is no gain to show", async () => {
  const recording = await inlineRunner().run({ scenario: at(1.5), seed: 1 });
  expect(measure("profitGain").compute(recording).every(Number.isNaN)).toBe(true);
});

test("where nobody is left to collude with there is no gain: a monopolist is at Nash and at the cartel's price", () => {
  const model = compile(duelScenario({ strategies: [hold], price: [1.5] }));
  const { nash, cartel, gain } = benchmarks(model, openMarket(model));
  // The logit monopolist's price by Lambert's W: c + mu (1 + W(e^((a - c)/mu - 1))), a = 2, c = 1, mu = 1/4.
  expect(nash[0]).toBeCloseTo(1.8019850078923, 10);
  expect(cartel[0]).toBeCloseTo(nash[0], 10);
  expect(gain).toBeNaN();
});

/** Whether best replies settle hangs on who the customers are: the first small crowd over whom they do not. */
function chased(): ReturnType<typeof benchmarks> {
  for (let seed = 1; seed <= 40; seed++) {
    const model = compile(library("china-2024", { "demand.agents": 30 }), { seed });
    const found = benchmarks(model, openMarket(model));
    if (!found.equilibrium.converged) return found;
  }
  throw new Error("best replies settle over every crowd");
}

test("where best replies only chase each other, as over thirty lumpy customers, there is no gain either", () => {
  const { equilibrium, gain } = chased();
  const { low, high } = equilibrium.cycle!; // the prices they pass through
  expect(high.some((p, k) => p > 1.01 * low[k])).toBe(true);
  expect(gain).toBeNaN();
});
