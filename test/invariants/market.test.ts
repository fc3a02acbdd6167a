import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type Recording, recordingFingerprint, run, type Scenario, tick } from "../../engine/index.ts";
import { recountStale } from "../../engine/demand/mixed-logit/recount.ts";
import { totalUse } from "../../engine/demand/mixed-logit/totals.ts";
import type { AgentMarket, AgentModel } from "../../engine/demand/mixed-logit/model.ts";
import { openAgents } from "../support/agents.ts";
import { library, simulate } from "../support/scenarios.ts";

const small = (values: Record<string, unknown> = {}): Scenario =>
  library("china-2024", { "demand.agents": 1500, "clock.end": "2024-07-31", "clock.burnInWeeks": 12, ...values });

const close = (a: number, b: number, tolerance = 1e-9) =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** Shares of tokens by vendor id on the last day. */
function endShares(r: Recording): Record<string, number> {
  const n = r.productIds.length;
  const from = (r.dates.length - 1) * n;
  const tokens = r.productIds.map((_, j) => r.product.tokensInput[from + j] + r.product.tokensOutput[from + j]);
  const sum = tokens.reduce((a, b) => a + b, 0);
  const out: Record<string, number> = {};
  r.productIds.forEach((id, j) => (out[id] = tokens[j] / sum));
  return out;
}

describe("a run", () => {
  test("is the same to the bit when run again, and different with another seed or replication", () => {
    const print = (seed: number, replication = 0) => recordingFingerprint(simulate(small(), { seed, replication }));
    expect(print(1)).toBe(print(1));
    expect(print(1)).not.toBe(print(2));
    expect(print(1)).not.toBe(print(1, 1));
  });
  test("can be cloned at any tick and go on to the same numbers", () => {
    const { model, market } = openAgents(small(), { seed: 3 });
    for (let t = 0; t < 40; t++) tick(model, market);
    const fork = structuredClone(market);
    tick(model, market);
    tick(model, fork);
    expect(fork).toEqual(market);
  });
  test("yields after every tick, so that it can be stopped", () => {
    const ticks = run(compile(small({ "clock.end": "2024-04-10" })));
    let count = 0;
    while (!ticks.next().done) count++;
    expect(count).toBe(10);
  });
});

describe("the ledger of use", () => {
  test("kept by differences agrees with a recount from scratch", () => {
    const { model, market } = openAgents(small(), { seed: 5 });
    while (market.tick < 60) tick(model, market);
    market.tick--; // as the last tick left it
    market.day -= model.tickDays;
    totalUse(model, market, model.dt);
    const kept = [market.flows.users, market.flows.tokensInput, market.flows.tokensOutput, market.flows.surplus].map(
      (c) => c.slice(),
    );
    market.products.stale.fill(1);
    recountStale(model, market);
    totalUse(model, market, model.dt);
    const counted = [market.flows.users, market.flows.tokensInput, market.flows.tokensOutput, market.flows.surplus];
    kept.forEach((column, c) =>
      column.forEach((x, k) =>
        expect(close(x, counted[c][k], 1e-7), `column ${c}, row ${k}: ${x} against ${counted[c][k]}`).toBe(true),
      ),
    );
  });
  test("tokens served are the sum over agents, and every user is counted once", () => {
    const { model, market } = openAgents(small(), { seed: 7 });
    for (let t = 0; t < 30; t++) tick(model, market);
    const { held } = market.agents;
    let users = 0;
    for (let i = 0; i < held.length; i++) if (held[i] >= 0) users += model.population.weight[i];
    expect(
      close(
        users,
        market.flows.users.reduce((a, b) => a + b, 0),
        1e-9,
      ),
    ).toBe(true);
  });
});

describe("relations any market must satisfy", () => {
  test("a change of currency changes no share", () => {
    const k = 7.2;
    const base = small();
    const scaled = structuredClone(base) as { -readonly [K in keyof Scenario]: never } & Scenario;
    const tree = scaled as never as {
      demand: { valueLevel: number; news: { offset: number } };
      costs: { gpuPrice: { value: number[] } | number };
      strategies: { headline: { offset: number; freeBelow: number } };
      vendors: Record<
        string,
        { cash: number | null; outlays: number; products: Record<string, { price: Record<string, number> }> }
      >;
    };
    tree.demand.valueLevel *= k;
    tree.demand.news.offset *= k;
    tree.strategies.headline.offset *= k;
    tree.strategies.headline.freeBelow *= k;
    if (typeof tree.costs.gpuPrice !== "number")
      tree.costs.gpuPrice.value = tree.costs.gpuPrice.value.map((x) => x * k);
    for (const v of Object.values(tree.vendors)) {
      if (v.cash !== null) v.cash *= k;
      v.outlays *= k;
      for (const p of Object.values(v.products)) for (const meter of Object.keys(p.price)) p.price[meter] *= k;
    }
    const [a, b] = [endShares(simulate(base, { seed: 2 })), endShares(simulate(scaled, { seed: 2 }))];
    // List prices round to three digits.
    for (const id of Object.keys(a)) expect(Math.abs(a[id] - b[id])).toBeLessThan(0.004);
  });
  test("the order in which vendors are listed changes nothing but rounding", () => {
    const base = small();
    const reversed = { ...base, vendors: Object.fromEntries(Object.entries(base.vendors).toReversed()) };
    const [a, b] = [endShares(simulate(base, { seed: 4 })), endShares(simulate(reversed, { seed: 4 }))];
    for (const id of Object.keys(a)) expect(close(a[id], b[id], 1e-9), id).toBe(true);
  });
  test("a vendor that is never on sale leaves everybody else's luck unchanged", () => {
    const base = small();
    const ghost = {
      ...base.vendors.moonshot,
      products: { ghost: { ...base.vendors.moonshot.products.v1, launch: "2030-01-01" } },
    };
    const [a, b] = [
      endShares(simulate(base, { seed: 4 })),
      endShares(simulate({ ...base, vendors: { ghost, ...base.vendors } }, { seed: 4 })),
    ];
    for (const id of Object.keys(a)) expect(close(a[id], b[id], 1e-9), id).toBe(true);
  });
  test("lowering one price never loses that vendor's users on the day, at given wake-ups", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (seed, pick, factor) => {
          const { model, market } = openAgents(small({ "clock.burnInWeeks": 6, "demand.agents": 800 }), { seed });
          const fork = structuredClone(market);
          const live = model.products.filter((p) => fork.products.live[p.index]);
          const { index: j, vendor } = live[pick % live.length];
          for (const column of Object.values(fork.products.price)) column[j] *= factor;
          fork.products.stale[j] = 1;
          for (const m of [market, fork]) {
            m.agents.wake.count = 0;
            for (let i = 0; i < m.agents.held.length; i++)
              if (m.agents.aware[i]) m.agents.woken[m.agents.wake.count++] = i;
          }
          const users = (m: typeof market) => {
            demandChoose(model, m);
            let sum = 0;
            m.agents.held.forEach((h, i) => {
              if (h >= 0 && model.products[h].vendor === vendor) sum += model.population.weight[i];
            });
            return sum;
          };
          expect(users(fork)).toBeGreaterThanOrEqual(users(market) - 1e-9);
        },
      ),
      { numRuns: 25 },
    );
  });
});

function demandChoose(model: AgentModel, market: AgentMarket): void {
  market.tick = 0;
  market.day = 0;
  choose(model, market, model.dt);
}

import { choose } from "../../engine/demand/mixed-logit/choose.ts";

describe("first choices", () => {
  test("with nobody locked in and everybody awake, realised shares are the mean of expected logit shares", () => {
    const scenario = small({ "demand.agents": 20_000, "clock.burnInWeeks": 0, "demand.awareness.start": 1 });
    const { model, market } = openAgents(scenario, { seed: 11 });
    const p = model.population;
    for (let i = 0; i < p.size; i++) market.agents.woken[market.agents.wake.count++] = i;
    demandChoose(model, market);
    const n = model.products.length;
    const expected = new Float64Array(n);
    const variance = new Float64Array(n);
    const realised = new Float64Array(n);
    const demand = scenario.demand as Extract<Scenario["demand"], { kind: "mixed-logit" }>;
    for (const s of model.segments) {
      for (let i = p.start[s.index]; i < p.start[s.index + 1]; i++) {
        const offers = s.products.filter(
          (j) => market.products.live[j] && market.products.lnQuality[j] >= p.qualityFloor[i],
        );
        const net = offers.map(
          (j) =>
            market.products.lnQuality[j] -
            ((1 - p.outputShare[i]) * market.products.price.input[j] +
              p.outputShare[i] * market.products.price.output[j]) /
              (p.value[i] * Math.exp(market.products.lnQuality[j])),
        );
        if (offers.length === 0 || Math.max(...net) < Math.log(p.fixedCost[i])) continue;
        const e = offers.map((j, k) =>
          Math.exp(
            (net[k] +
              market.products.trust[j] +
              demand.ecosystem.weight * Math.log(1 + market.vendors[model.products[j].vendor].ecosystem)) /
              demand.mu,
          ),
        );
        const sum = e.reduce((a, b) => a + b, 0);
        offers.forEach((j, k) => {
          expected[j] += p.weight[i] * (e[k] / sum);
          variance[j] += p.weight[i] ** 2 * (e[k] / sum) * (1 - e[k] / sum);
        });
        realised[market.agents.held[i]] += p.weight[i];
      }
    }
    for (let j = 0; j < n; j++)
      expect(Math.abs(realised[j] - expected[j]), model.products[j].id).toBeLessThanOrEqual(
        4.5 * Math.sqrt(variance[j]) + 1e-9,
      );
  });
});
