import { describe, expect, it } from "vitest";
import { metrics, type Recording } from "../../../engine/index.ts";
import { coarser, onDaysOf } from "../../../ui/store/preview.ts";
import { library, simulate } from "../../support/scenarios.ts";

const SLOW_MS = 130; // a whole run of China 2024 on two cores of 2024

const china = library("china-2024");

describe("a preview", () => {
  it("is the whole run where that is fast enough", () => {
    expect(coarser(china, 20)).toBe(china);
  });

  it("has fewer people, then fewer days, on slower machines; never fewer than 2,000 people", () => {
    const sizes = [35, 60, 110, 300, 5000].map((ms) => {
      const { demand, clock } = coarser(china, ms);
      return [demand.agents, clock.tickDays];
    });
    expect(sizes).toEqual([
      [5000, 1],
      [10_000, 3],
      [5000, 3],
      [2000, 3],
      [2000, 3],
    ]);
  });

  it("is of one size while times waver, so that people and burn-in are kept", () => {
    const sizes = [110, 120, 130, 140].map((ms) => JSON.stringify(coarser(china, ms)));
    expect(new Set(sizes).size).toBeLessThanOrEqual(2);
  });

  it("keeps the ticks of a scenario that counts in weeks", () => {
    const weekly = library("china-2024", { "clock.tickDays": 7 });
    expect(coarser(weekly, SLOW_MS).clock).toEqual(weekly.clock);
    expect(coarser(weekly, SLOW_MS).demand.agents).toBeLessThan(weekly.demand.agents);
  });
});

describe("a coarse run laid out on days", () => {
  const scenario = coarser(library("china-2024", { "clock.end": "2024-07-31" }), SLOW_MS);
  const coarse = simulate(scenario);
  const whole = { ...china, clock: { ...china.clock, end: "2024-07-31" } };
  const { recording: laid, scenario: shown } = onDaysOf(whole, { scenario, recording: coarse });
  const n = coarse.productIds.length;
  const STRIDE = 3;

  it("has the days of the whole run, and says its own number of people", () => {
    const days = simulate({ ...whole, demand: { ...whole.demand, agents: 300 } } as typeof whole);
    expect(laid.dates).toEqual(days.dates);
    expect(laid.tickDays).toBe(1);
    expect(shown.clock).toEqual(whole.clock);
    expect(shown.demand.agents).toBe(scenario.demand.agents);
    for (const column of Object.values(laid.product)) expect(column.length).toBe(days.product.users.length);
    for (const column of Object.values(laid.market)) expect(column.length).toBe(days.dates.length);
  });

  it("repeats every tick on its first day, holds prices between, and draws users straight from one to the next", () => {
    for (const [name, column] of Object.entries(coarse.product))
      coarse.dates.forEach((_, t) =>
        expect(laid.product[name as "users"].slice(t * STRIDE * n, (t * STRIDE + 1) * n)).toEqual(
          column.slice(t * n, (t + 1) * n),
        ),
      );
    const { users, priceOutput } = laid.product;
    for (let row = 0; row + STRIDE < laid.dates.length; row += STRIDE)
      for (let j = 0; j < n; j++) {
        const at = (day: number) => (row + day) * n + j;
        expect(priceOutput[at(2)]).toBe(priceOutput[at(0)]);
        expect(users[at(1)]).toBeCloseTo((2 * users[at(0)] + users[at(STRIDE)]) / 3, 3);
      }
  });

  it("leaves a purse without a bottom as it is between two ticks", () => {
    const n = coarse.vendorIds.length;
    const deep = coarse.vendorIds.findIndex((_, v) => coarse.vendor.cash[v] === Infinity);
    for (let t = 0; t < laid.dates.length; t++) expect(laid.vendor.cash[t * n + deep]).toBe(Infinity);
  });

  it("dates moves as before, and loses nobody who switched", () => {
    expect(coarse.moves.length).toBeGreaterThan(3);
    expect(laid.moves.map((m) => laid.dates[m.tick])).toEqual(coarse.moves.map((m) => coarse.dates[m.tick]));
    const start = laid.switches!.start;
    expect(start[laid.dates.length]).toBe(coarse.switches!.start[coarse.dates.length]);
    coarse.dates.forEach((_, t) => expect(start[t * STRIDE]).toBe(coarse.switches!.start[t]));
  });

  it("says shares better than as many fewer people day by day, which take as long", () => {
    const { compute } = metrics.get("tokenShare");
    const truth = compute(simulate(whole));
    const error = (r: Recording) => {
      const shares = compute(r);
      return shares.reduce((sum, x, k) => sum + (Number.isNaN(truth[k]) ? 0 : Math.abs(x - truth[k])), 0);
    };
    const people = (agents: number, tickDays: number) => {
      const s = { ...whole, demand: { ...whole.demand, agents }, clock: { ...whole.clock, tickDays } } as typeof whole;
      return error(onDaysOf(whole, { scenario: s, recording: simulate(s) }).recording);
    };
    expect(people(5000, STRIDE)).toBeLessThan(people(2000, 1));
  });
});
