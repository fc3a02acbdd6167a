import { expect, test } from "vitest";
import { nashWatch } from "../../engine/benchmarks/nash-prices.ts";
import { benchmarks, compile, marketAt, withMoreAgents } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

test("explain and equilibrium price competition alike, however many agents a run has", () => {
  const scenario = library("no-trigger", { "demand.agents": 1500, "clock.burnInWeeks": 1 });
  const model = compile(scenario, { seed: 3 });
  const days = marketAt(model, 2);
  let step = days.next();
  while (!step.done) step = days.next();
  const market = step.value;
  const { found: searched } = withMoreAgents(
    model,
    { seed: 3 },
    { search: (m) => benchmarks(m, market), settled: (b) => b.equilibrium.converged },
  );
  const watched = nashWatch(model, { seed: 3 }, { every: 2 });
  watched.watch(market);
  const [{ price }] = watched.found;
  expect([...searched.nash]).toEqual(searched.products.map((j) => price[j]));
  expect(searched.nash.every((p) => p > 0)).toBe(true);
});
