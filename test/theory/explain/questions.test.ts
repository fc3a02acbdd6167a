import { expect, test } from "vitest";
import {
  compile,
  explainRuns,
  nashWatch,
  outcomes,
  patchScenario,
  questionOf,
  run,
  type Turn,
  typicalWar,
  wedges,
  without,
  knockOuts,
  type Scenario,
  type Simulate,
} from "../../../engine/index.ts";
import { CALVANO } from "../../../engine/validation.ts";
import { ask, explain } from "../../../cli/library.ts";
import { nodePool } from "../../../workers/spawn-node.ts";
import { duelScenario } from "../../support/duel.ts";
import { library, simulate, variant } from "../../support/scenarios.ts";

const scenario = variant("demand: {agents: 200}\nclock: {end: 2024-07-29, burnInWeeks: 12}");
const span = { from: "2024-04-01", to: "2024-07-29" };
const RUNS = [0, 1];

const year = { from: "2024-01-01", to: "2024-12-29" };
const cut = (date: string, product: string, price: number) => ({
  date,
  kind: "price",
  product,
  price: { input: price, output: price },
});

/** A run with competition priced on both days, by the engine alone. */
function priced(s: Scenario, replication: number) {
  const model = compile(s, { replication });
  const nash = nashWatch(model, { replication }, year);
  const ticks = run(model, nash.watch);
  let step = ticks.next();
  while (!step.done) step = ticks.next();
  return { ...step.value, nash: nash.found };
}

test("what runs say one by one is, put together, what they say together: splits, verdicts, typical war", async () => {
  const duel = duelScenario({
    strategies: [{ kind: "follow" }, { kind: "hold" }],
    price: [1.9, 1.9],
    set: { events: [cut("2024-02-05", "v1.p", 1.5), cut("2024-06-03", "v0.p", 1.1)] },
  });
  const runs = RUNS.map((k) => priced(duel, k));
  const found = await explain(duel, { runs: RUNS.length, ...year });
  expect(found.explanation).toEqual(explainRuns(runs, year));
  expect(found.war).toEqual(typicalWar(runs, year));
  expect(found.war?.reactions.length).toBeGreaterThan(0);
  expect(found.explanation.products.every((p) => Number.isFinite(p.split.nashTo))).toBe(true);
});

test("a knock-out asked is the paired difference of two series of runs", async () => {
  const taken = knockOuts(scenario).find((k) => k.id === "launch:deepseek.v2")!;
  const outcome = (s: Scenario) => RUNS.map((replication) => outcomes(simulate(s, { replication }), span.to));
  const [arm] = await ask(scenario, "knockOuts", { ids: [taken.id], date: span.to }, { runs: RUNS.length });
  expect(arm.wedges).toEqual(wedges(outcome(scenario), outcome(without(scenario, [taken]))));
});

/** Draws in hand, and steps taken all at once. */
const turn: Turn = {
  seed: 1,
  replication: 0,
  async work(steps) {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  },
};

test("every question about runs makes as many runs as it announces", async () => {
  const of = {
    splits: { span },
    knockOuts: { ids: ["technology", "hardware"], date: span.to },
    share: { vendor: "zhipu", date: span.to },
    growth: { span },
    worth: { vendor: "zhipu", span },
    ranges: { span, levers: ["mu"] },
  };
  const tiny = variant("demand: {agents: 60}\nclock: {end: 2024-06-10, burnInWeeks: 4}");
  const early = JSON.parse(JSON.stringify(of).replaceAll("2024-07-29", "2024-06-10")) as typeof of;
  for (const id of Object.keys(of) as (keyof typeof of)[]) {
    let made = 0;
    const simulated: Simulate = async (s) => (made++, simulate(s));
    await questionOf(id).one(tiny, early[id], simulated, turn);
    expect([id, made]).toEqual([id, questionOf(id).runs(early[id])]);
  }
});

test("the same bits come from worker threads, with progress up to the whole", async () => {
  const pool = nodePool(2);
  try {
    const shares: number[] = [];
    const of = { vendor: "zhipu", span };
    const there = await pool.ask(
      { question: "worth", of, scenario, seed: 1, replication: 2 },
      { onProgress: (x) => void shares.push(x) },
    );
    const here = await questionOf("worth").one(scenario, of, async (s) => simulate(s, { replication: 2 }), turn);
    expect(there).toEqual(here);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  } finally {
    await pool.close();
  }
});

test("a session of learning gives the same bits in a worker, on the profits of the engine's own demand", async () => {
  const pool = nodePool(1);
  try {
    const duopoly = library("textbook-algorithms");
    const of = { learning: { ...CALVANO, beta: 1e-3, stable: 2000 }, grid: { points: 5, beyond: 0.1 } };
    const there = await ask(duopoly, "learning", of, { runs: 3, runner: pool });
    expect(there).toEqual(await ask(duopoly, "learning", of, { runs: 3 }));
    expect(there.nash[0]).toBeCloseTo(1.4729, 3); // Calvano et al. 2020: their baseline
    expect(there.cartel[0]).toBeCloseTo(1.925, 3);
    await expect(ask(scenario, "learning", of, { runs: 2 })).rejects.toThrow(/two to 4 vendors with one product/);
  } finally {
    await pool.close();
  }
});

test("days out of the scenario or out of order, too few pairs, unknown knock-outs are refused by name", async () => {
  await expect(explain(scenario, { from: "2024-08-01", to: "2024-05-01" })).rejects.toThrow(/2024-08-01 to 2024-05-01/);
  await expect(explain(scenario, { to: "2031-01-01" })).rejects.toThrow(RangeError);
  await expect(ask(scenario, "worth", { vendor: "zhipu", span }, { runs: 1 })).rejects.toThrow(/at least 2/);
  await expect(ask(scenario, "knockOuts", { ids: ["frog"], date: span.to }, { runs: 2 })).rejects.toThrow(
    /frog.*launch:deepseek.v2/,
  );
});

test("verdicts over ranges are those of the scenario with the lever at its end, Nash halved or doubled", async () => {
  const lever = {
    id: "price",
    label: { en: "Price", zh: "价格" },
    paths: [{ path: "vendors.v1.products.p.cost.input", times: 1 }],
    plausible: [0.9, 1.1],
  };
  const cuts = [cut("2024-02-05", "v0.p", 1.45), cut("2024-03-04", "v0.p", 1.3)];
  const duel = duelScenario({
    strategies: [{ kind: "hold" }, { kind: "hold" }],
    price: [1.7, 1.5],
    set: { events: cuts },
  });
  const s = { ...duel, levers: [lever] } as unknown as Scenario;
  const rows = await ask(s, "ranges", { span: year, levers: ["price"] }, { runs: 1 });
  expect(rows.map(({ id, value }) => [id, value])).toEqual([
    ["as-it-is", null],
    ["nash", 0.5],
    ["nash", 2],
    ["price", 0.9],
    ["price", 1.1],
  ]);
  const verdictOf = (k: number) => rows[k].explanation.products.find(({ id }) => id === "v0.p")!.verdict;
  expect([1, 2].map(verdictOf)).toEqual(["competition", "war"]); // above a Nash price half as high, below a doubled one
  const end = patchScenario(s, { "vendors.v1.products.p.cost.input": 1.1 });
  expect(rows[4].explanation).toEqual(explainRuns([priced(end, 0)], year));
});
