import { expect, test } from "vitest";
import type { Kernel } from "../../engine/demand/mixed-logit/kernel.ts";
import { compile, openMarket, tick } from "../../engine/index.ts";
import { agentMarket, agentModel, type AgentModel } from "../../engine/demand/mixed-logit/model.ts";
import { openAgents } from "../support/agents.ts";
import { library } from "../support/scenarios.ts";

/** The model with a kernel that counts what it is asked to do. */
function counting(model: AgentModel) {
  const done = { evaluations: 0, draws: 0, rows: 0, largest: 0 };
  const kernel: Kernel = {
    ...model.kernel,
    choose(p, table, batch, constants) {
      done.evaluations += batch.count * table.count;
      done.rows += batch.count;
      done.largest = Math.max(done.largest, batch.count);
      model.kernel.choose(p, table, batch, constants);
    },
    drawsUpTo(draw, slice, limit) {
      done.draws += slice.count;
      return model.kernel.drawsUpTo(draw, slice, limit);
    },
  };
  return { model: { ...model, kernel }, done };
}

const scenario = library("china-2024", { "demand.agents": 5000, "clock.end": "2024-07-31" });

test("only those who wake are evaluated: a few in a hundred of what a run of everyone would take", () => {
  const { model, done } = counting(agentModel(compile(scenario)));
  const market = agentMarket(openMarket(model));
  Object.assign(done, { evaluations: 0, draws: 0, rows: 0 });
  let woken = 0;
  let homing = 0; // of them, who use a second vendor and are asked once more
  while (market.tick < model.ticks) {
    tick(model, market);
    const { wake, woken: awake } = market.agents;
    woken += wake.count;
    for (let k = 0; k < wake.count; k++) if (model.population.secondShare[awake[k]] > 0) homing++;
  }
  expect(homing).toBeGreaterThan(0.2 * woken);
  expect(homing).toBeLessThan(0.5 * woken);
  expect(done.rows).toBe(woken + homing);
  expect(done.draws).toBe(model.population.size * model.ticks);
  const everyone = model.population.size * model.ticks * model.products.length;
  expect(done.evaluations).toBeGreaterThan(0);
  expect(done.evaluations).toBeLessThan(0.02 * everyone);
});

test("a kernel's desk is all it needs: batches never outgrow it, nor does its memory grow as it runs", () => {
  const { model, done } = counting(
    agentModel(compile({ ...scenario, demand: { ...scenario.demand, agents: 20_000 } })),
  );
  const { buffer } = model.kernel.columns.taste;
  const bytes = buffer.byteLength;
  const market = openMarket(model);
  for (let k = 0; k < 5; k++) tick(model, market);
  expect(done.largest).toBeLessThanOrEqual(model.kernel.desk.agents.length);
  expect(model.kernel.columns.taste.buffer).toBe(buffer);
  expect(buffer.byteLength).toBe(bytes);
});

test.each(["js", "wasm"] as const)("what an agent costs: 130 bytes and 4 for each taste (%s)", (kernel) => {
  const size = 20_000;
  const { model, market } = openAgents({ ...scenario, demand: { ...scenario.demand, agents: size } }, { kernel });
  expect(model.kernel.id).toBe(kernel);
  const own = [...Object.values(model.population), ...Object.values(market.agents)].filter(
    (x) => ArrayBuffer.isView(x) && x.byteLength >= size,
  );
  const buffers = new Set(own.map((column) => (column as Float64Array).buffer));
  const bytes = [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
  // WebAssembly takes a chunk's room too.
  expect(bytes / size).toBeLessThan(130 + 4 * model.products.length + (kernel === "wasm" ? 16 : 0));
});
