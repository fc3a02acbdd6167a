import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recording, Scenario } from "../../engine/index.ts";
import { library, simulate, variant } from "../support/scenarios.ts";

const TOLERANCE = 1e-7;
const near = (a: number, b: number, size: number) => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(size));

/** Everything a run's books must satisfy, tick by tick; the first violation in words, or null. */
function firstViolation(scenario: Scenario, r: Recording): string | null {
  for (let t = 0; t < r.dates.length; t++) {
    const wrong = tokensAdd(r, t) ?? moneyAdds(r, t) ?? cashFlows(scenario, r, t) ?? usersFlow(r, t);
    if (wrong) return `${r.dates[t]}: ${wrong}`;
  }
  return null;
}

const row = (column: Float64Array, t: number, width: number) => column.slice(t * width, (t + 1) * width);
const total = (x: Float64Array) => x.reduce((a, b) => a + b, 0);

/** Tokens by product are tokens by segment; none is negative. */
function tokensAdd(r: Recording, t: number): string | null {
  const [n, m] = [r.productIds.length, r.segmentIds.length];
  const products = total(row(r.product.tokensInput, t, n)) + total(row(r.product.tokensOutput, t, n));
  const segments = total(row(r.segment.tokens, t, m));
  if (!near(products, segments, products)) return `tokens by product ${products}, by segment ${segments}`;
  const users = [total(row(r.product.users, t, n)), total(row(r.segment.users, t, m))];
  if (!near(users[0], users[1], users[0])) return `users by product ${users[0]}, by segment ${users[1]}`;
  const least = Math.min(...row(r.product.tokensInput, t, n), ...row(r.product.users, t, n));
  return least < -1e-6 ? `a product has ${least} tokens or users` : null;
}

/** What segments spend is what products earn is what vendors earn; the same for cost. */
function moneyAdds(r: Recording, t: number): string | null {
  const [n, m, s] = [r.productIds.length, r.vendorIds.length, r.segmentIds.length];
  const earned = total(row(r.product.revenue, t, n));
  const spent = total(row(r.segment.spend, t, s));
  if (!near(earned, spent, earned)) return `earned ${earned}, spent ${spent}`;
  for (const name of ["revenue", "costOfRevenue"] as const) {
    const own = new Float64Array(m);
    row(r.product[name], t, n).forEach((x, j) => (own[r.vendorOf[j]] += x));
    for (let v = 0; v < m; v++) {
      const booked = r.vendor[name][t * m + v];
      const open = r.vendor.alive[t * m + v] === 1 || booked !== 0;
      if (open && !near(own[v], booked, booked))
        return `${r.vendorIds[v]}'s ${name} ${booked}, its products' ${own[v]}`;
    }
  }
  return null;
}

/** Cash moves by profit, rounds raised and what a parent puts in, and by nothing else. */
function cashFlows({ vendors }: Scenario, r: Recording, t: number): string | null {
  const m = r.vendorIds.length;
  const dt = r.tickDays / 7;
  for (let v = 0; v < m; v++) {
    const at = (name: keyof Recording["vendor"], k = t) => r.vendor[name][k * m + v];
    const outlays = vendors[r.vendorIds[v]]?.outlays ?? 0;
    const profit = at("revenue") - at("costOfRevenue") - at("captiveCost") - at("research") - at("credits") - outlays;
    const served = at("profit") !== 0;
    if (served && !near(at("profit"), profit, at("revenue") + at("costOfRevenue") + outlays))
      return `${r.vendorIds[v]}'s profit ${at("profit")}, by its parts ${profit}`;
    if (t === 0 || !Number.isFinite(at("cash"))) continue;
    const moved = at("cash") - at("cash", t - 1);
    const flows = at("profit") * dt + (at("raised") - at("raised", t - 1)) + (at("purse", t - 1) - at("purse"));
    if (!near(moved, flows, at("cash"))) return `${r.vendorIds[v]}'s cash moved by ${moved}, its flows are ${flows}`;
  }
  return null;
}

/** A product's users change by who joined, left and switched. */
function usersFlow(r: Recording, t: number): string | null {
  if (t === 0) return null;
  const n = r.productIds.length;
  const dt = r.tickDays / 7;
  for (let j = 0; j < n; j++) {
    const at = (name: keyof Recording["product"], k = t) => r.product[name][k * n + j];
    const moved = at("users") - at("users", t - 1);
    const flows = (at("joined") - at("left") + at("switchedIn") - at("switchedOut")) * dt;
    if (!near(moved, flows, at("users") + at("users", t - 1)))
      return `${r.productIds[j]}'s users moved by ${moved}, its flows are ${flows}`;
  }
  return null;
}

const folder = join(import.meta.dirname, "../../scenarios/library");
const ids = readdirSync(folder)
  .filter((f) => f.endsWith(".yaml"))
  .map((f) => basename(f, ".yaml"));

describe("the books balance every tick", () => {
  const mixed = ids.filter((id) => library(id).demand.kind === "mixed-logit");
  test.each(mixed)("in %s", (id) => {
    const scenario = library(id, { "demand.agents": 400 });
    expect(firstViolation(scenario, simulate(scenario, { seed: 2 }))).toBeNull();
  });

  /** From 0 on; what is smaller than anything in a market is refused. */
  const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((x) => (x < 1e-9 ? 0 : x));
  const share = upTo(1);
  const random = fc.record({
    homes: share,
    quota: fc.double({ min: 0.5, max: 50, noNaN: true }),
    beyond: fc.constantFrom("pay", "stop"),
    gpus: fc.integer({ min: 5, max: 2000 }),
    credit: upTo(100),
    cash: fc.double({ min: 1e7, max: 1e9, noNaN: true }),
    purse: upTo(1e9),
    rounds: upTo(5),
    cached: share,
    tasteLife: fc.constantFrom("null", "6", "30"),
    strategy: fc.constantFrom("follow", "headline", "undercut", "cost-plus", "loss-leader", "penetration"),
    retire: fc.constantFrom("alibaba.qwen-plus", "bytedance.doubao-lite", "moonshot.v1"),
  });
  test("in random scenarios with every mechanism of demand and money at work", () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 1000 }), (x, seed) => {
        const segment = `
      multihoming: {share: ${x.homes}}
      cachedShare: ${x.cached}
      deferrable: 0.3
      discount: {base: 0.05, slope: 0.1}
      waiting: 1
      congestion: {dislike: 1, hazard: 0.1}`;
        const scenario = variant(`clock: {end: 2024-10-31}
demand:
  agents: 300
  tasteLife: ${x.tasteLife}
  segments:
    developers: ${segment}
    enterprises: ${segment}
    bulk: ${segment}
vendors:
  baidu:
    products:
      ernie-3.5: {free: {quota: ${x.quota}, beyond: ${x.beyond}}}
      ernie-speed: {free: {quota: ${x.quota}}}
  deepseek:
    fleet: {gpus: ${x.gpus}}
    cash: ${x.cash}
    purse: ${x.purse}
    products: {v2: {openWeights: {date: 2024-05-06, hosts: 2}}}
  minimax:
    cash: ${x.cash}
    strategy: {kind: ${x.strategy}}
    funding: {round: 1e8, rounds: ${x.rounds}, tolerance: 1e9}
    research: {spend: 1e7, reference: 1e7, arrivals: 4, marginPull: 0.5, caution: 1}
events:
  - {date: 2024-06-01, kind: credits, vendor: zhipu, amount: ${x.credit}}
  - {date: 2024-07-01, kind: off-peak, vendor: alibaba, discount: 0.4}
  - {date: 2024-07-15, kind: channel, segment: bulk, share: 0.3}
  - {date: 2024-08-01, kind: retire, product: ${x.retire}}`);
        expect(firstViolation(scenario, simulate(scenario, { seed }))).toBeNull();
      }),
      { numRuns: 25 },
    );
  });
});
