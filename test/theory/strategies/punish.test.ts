import { describe, expect, test } from "vitest";
import { dayNumber, isoDate } from "../../../engine/index.ts";
import { duel, prices, profits, sum } from "../../support/duel.ts";

const punish = { kind: "punish", periods: 28 };
const FOCAL = 1.8;
const both = { price: [FOCAL, FOCAL], tickDays: 1 as const };
const cut = (day: number, price: number) => ({
  date: isoDate(dayNumber("2024-01-01") + day),
  product: "p",
  price: { input: price, output: price },
});
/** Cuts on day 28 and, if at all, comes back on day `back`. */
const deviator = (back?: number) => ({
  kind: "scripted",
  list: [cut(28, 1.5), ...(back === undefined ? [] : [cut(back, FOCAL)])],
});

describe("punish", () => {
  test("keeps the focal price as long as nobody cuts", () => {
    expect(duel({ strategies: [punish, punish], ...both }).moves).toEqual([]);
  });
  test("answers a cut with prices at cost for k days, then returns to the focal price", () => {
    const p = prices(duel({ strategies: [punish, deviator(35)], ...both, weeks: 20 }), 0);
    // Moves of a day are simultaneous: it sees the cut a day later.
    expect(p.slice(0, 29).every((x) => x === FOCAL)).toBe(true);
    expect(p.slice(29, 57).every((x) => x === 1)).toBe(true);
    expect(p.slice(57).every((x) => x === FOCAL)).toBe(true);
  });
  test("makes a cut unprofitable that pays against a rival who holds", () => {
    const gain = (rival: object) => {
      const earns = (self: object) => sum(profits(duel({ strategies: [rival, self] as never, ...both, weeks: 26 }), 1));
      return earns(deviator(35)) - earns({ kind: "hold" });
    };
    expect(gain({ kind: "hold" })).toBeGreaterThan(0);
    expect(gain(punish)).toBeLessThan(0);
  });
  test("two who punish one shock do not take each other's punishment for another: both come back for good", () => {
    const shock = {
      events: [{ date: "2024-02-05", kind: "price", product: "v0.p", price: { input: 1.4, output: 1.4 } }],
    };
    const r = duel({
      strategies: [punish, punish, punish],
      price: [FOCAL, FOCAL, FOCAL],
      tickDays: 1,
      weeks: 30,
      set: shock,
    });
    expect(r.moves.some((m) => m.because === "punish:v0.p")).toBe(true);
    for (const v of [0, 1, 2])
      expect(
        prices(r, v)
          .slice(100)
          .every((x) => x === FOCAL),
      ).toBe(true);
  });
  test("punishes with the products that compete with the deviator, and leaves the others at their price", () => {
    const set = {
      "vendors.v0.products.p.quality": 1,
      events: [{ date: "2024-02-05", kind: "price", product: "v2.p", price: { input: 1.4, output: 1.4 } }],
    };
    const r = duel({ strategies: [punish, punish, { kind: "hold" }], price: [FOCAL, FOCAL, FOCAL], tickDays: 1, set });
    expect(r.moves.some((m) => m.rule === "punish" && m.product === 1)).toBe(true);
    expect(r.moves.some((m) => m.product === 0)).toBe(false); // better by more than the band: no rival of v2
  });
  test("who stays low is punished again and again", () => {
    const r = duel({ strategies: [punish, deviator()], ...both, weeks: 40 });
    expect(r.moves.filter((m) => m.because === "punish:v1.p").length).toBeGreaterThanOrEqual(5);
  });
  test("lets pass what is within its tolerance", () => {
    expect(duel({ strategies: [{ ...punish, tolerance: 0.2 }, deviator()], ...both }).moves.length).toBe(1);
  });
});
