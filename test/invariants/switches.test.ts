import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, NOBODY, patchScenario, type Recording, run, tick, weekTo } from "../../engine/index.ts";
import { change, SMALL } from "../support/changes.ts";
import { openAgents } from "../support/agents.ts";
import { library, simulate, variant } from "../support/scenarios.ts";

/** Who came to each product and who went, on one tick. */
function comings(r: Recording, t: number, what: "agents" | "users") {
  const { start, from, to, [what]: size } = r.switches!;
  const [came, went] = [new Float64Array(r.productIds.length), new Float64Array(r.productIds.length)];
  for (let k = start[t]; k < start[t + 1]; k++) {
    if (to[k] !== NOBODY) came[to[k]] += size[k];
    if (from[k] !== NOBODY) went[from[k]] += size[k];
  }
  return { came, went };
}

const close = (a: number, b: number, scale: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));

describe("the flows of users between products", () => {
  test("make each product's users of a tick out of those of the tick before, in random markets", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.integer({ min: 1, max: 1e6 }), (changes, seed) => {
        const values = Object.fromEntries(changes.map(({ path, value }) => [path, value]));
        const r = simulate(patchScenario(library("china-2024", SMALL), values), { seed });
        const { users, joined, left, switchedIn, switchedOut } = r.product;
        const n = r.productIds.length;
        for (let t = 1; t < r.dates.length; t++) {
          const { came, went } = comings(r, t, "users");
          for (let j = 0; j < n; j++) {
            const k = t * n + j;
            const scale = Math.max(users[k], users[k - n], came[j], went[j]);
            close(users[k], users[k - n] + came[j] - went[j], scale);
            close(came[j], ((joined[k] + switchedIn[k]) * r.tickDays) / 7, scale);
            close(went[j], ((left[k] + switchedOut[k]) * r.tickDays) / 7, scale);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test("count whole agents: those who hold a product change by exactly those who come and go", () => {
    const { model, market } = openAgents(
      library("china-2024", { "demand.agents": 3000, "clock.end": "2024-07-31", "clock.burnInWeeks": 8 }),
    );
    const count = () => {
      const held = new Float64Array(model.products.length);
      for (const j of market.agents.held) if (j >= 0) held[j]++;
      return held;
    };
    const side = model.products.length + 1;
    let moved = 0;
    while (market.tick < 60) {
      const before = count();
      tick(model, market);
      const after = count();
      for (let j = 0; j < model.products.length; j++) {
        let net = 0;
        for (let k = 0; k < side; k++)
          net += market.flows.movedAgents[k * side + j + 1] - market.flows.movedAgents[(j + 1) * side + k];
        expect(after[j] - before[j]).toBe(net);
        moved += Math.abs(net);
      }
    }
    expect(moved).toBeGreaterThan(30);
  });

  test("empty a product that is gone: a vendor's exit sends all its users elsewhere", () => {
    const scenario = variant("vendors: {minimax: {cash: 1 CNY, outlays: 1e6 CNY/week}}");
    const r = simulate(scenario);
    const v = r.vendorIds.indexOf("minimax");
    const out = r.dates.findIndex((_, t) => r.vendor.alive[t * r.vendorIds.length + v] === 0);
    const own = r.vendorOf.flatMap((owner, j) => (owner === v ? [j] : []));
    const users = (t: number) => own.reduce((sum, j) => sum + r.product.users[t * r.productIds.length + j], 0);
    const gone = comings(r, out + 1, "users").went;
    expect(users(out)).toBeGreaterThan(0);
    close(
      own.reduce((sum, j) => sum + gone[j], 0),
      users(out),
      users(out),
    );
  });

  test("of a week are those of its days, the largest first, and say who used none before", () => {
    const r = simulate(library("china-2024", { ...SMALL, "clock.tickDays": 1 }));
    const week = weekTo(r, "2024-05-24");
    const last = r.dates.indexOf("2024-05-24");
    const { start, users } = r.switches!;
    const all = users.slice(start[last - 6], start[last + 1]).reduce((a, b) => a + b, 0);
    close(
      week.switches.reduce((sum, s) => sum + s.users, 0),
      all,
      all,
    );
    expect(week.switches.map((s) => s.users)).toEqual(week.switches.map((s) => s.users).toSorted((a, b) => b - a));
    const joined = week.switches.filter((s) => s.from === null).reduce((sum, s) => sum + s.users, 0);
    close(
      joined,
      week.flows.reduce((sum, f) => sum + f.joined, 0),
      joined,
    );
  });

  test("are not kept where demand has no lasting users", () => {
    const ticks = run(compile(library("textbook-logit")));
    let step = ticks.next();
    while (!step.done) step = ticks.next();
    expect(step.value.switches).toBeUndefined();
  });
});
