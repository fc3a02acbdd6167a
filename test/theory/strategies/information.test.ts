import { describe, expect, test } from "vitest";
import { compile, openMarket } from "../../../engine/index.ts";
import { rivalsSeen } from "../../../engine/market/sight.ts";
import { publicProducts } from "../../../engine/market/view.ts";
import { duel, prices } from "../../support/duel.ts";
import { library, simulate } from "../../support/scenarios.ts";

const follow = { kind: "follow", lag: 3, lagSpread: 0, tierDelay: {}, passThrough: { main: 1 } };
const cut = { kind: "scripted", list: [{ date: "2024-01-15", product: "p", price: { input: 0.5, output: 0.5 } }] };
const reacts = (set: Record<string, unknown>, tickDays: 1 | 7 = 1) =>
  duel({ strategies: [{ ...follow, marginFloor: -1 }, cut], tickDays, set }).moves.find((m) => m.product === 0)?.tick;
const conduct = (key: string, value: unknown) => ({ [`vendors.v0.conduct.${key}`]: value });

describe("what vendors see of rivals", () => {
  test("a sight lag delays every reaction by as many days", () => {
    const prompt = reacts({})!;
    expect(prompt).toBe(14 + 1 + 3); // cut on day 14, seen the day after, answered three days later
    for (const days of [1, 5, 10, 40]) expect(reacts(conduct("sightLag", days))).toBe(prompt + days);
  });
  test("who never looks never reacts", () => {
    expect(reacts(conduct("sees", "never"))).toBeUndefined();
  });
  test("who decides every so-many days reacts on such a day, also when ticks are weeks", () => {
    expect(reacts(conduct("everyDays", 20))).toBe(40); // sees it on day 20, answers 3 days later: on day 40
    const tick = reacts(conduct("everyDays", 30), 7)!;
    expect(tick * 7).toBeGreaterThanOrEqual(30);
    expect(Math.floor((tick * 7) / 30)).toBeGreaterThan(Math.floor(((tick - 1) * 7) / 30));
  });
  test("a misreading is small, wanders slowly, differs by product, stays when read twice, spares own prices", () => {
    const scenario = library("no-trigger", { "demand.agents": 200, "vendors.zhipu.conduct.sightNoise": 0.1 });
    const model = compile(scenario);
    const market = openMarket(model);
    const v = model.vendors.findIndex((x) => x.id === "zhipu");
    const listed = publicProducts(model, market);
    const at = (day: number) => {
      market.day = day;
      return rivalsSeen(model, market, v, listed).map((r) =>
        Math.log(r.price / listed.find((p) => p.id === r.id)!.price),
      );
    };
    expect(at(0)).toEqual(at(0));
    expect(at(0)).not.toEqual(at(7));
    const weeks = Array.from({ length: 400 }, (_, k) => at(7 * k));
    const all = weeks.flat();
    const variance = (x: readonly number[]) => x.reduce((a, b) => a + b * b, 0) / x.length;
    expect(Math.sqrt(variance(all))).toBeGreaterThan(0.085);
    expect(Math.sqrt(variance(all))).toBeLessThan(0.115);
    const steps = weeks.slice(1).flatMap((w, k) => w.map((e, j) => e - weeks[k][j]));
    expect(variance(steps) / variance(all)).toBeLessThan(0.3); // 2 (1 - 0.9)
    expect(rivalsSeen(model, market, v, listed).some((r) => r.vendor === "zhipu")).toBe(false);
    expect(new Set(weeks[0]).size).toBe(weeks[0].length);
  });
  test("a list on which nobody moves is the same list to everybody; a new price or product makes another", () => {
    const model = compile(library("china-2024", { "demand.agents": 200 }));
    const market = openMarket(model);
    const [listed, v] = [publicProducts(model, market), 0];
    expect(publicProducts(model, market)).toBe(listed);
    expect(rivalsSeen(model, market, v, listed)).toBe(rivalsSeen(model, market, v, listed));
    const moved = listed[3].index;
    market.products.price.output[moved] *= 0.5;
    const then = publicProducts(model, market);
    expect(then.filter((p, k) => p !== listed[k]).map((p) => p.index)).toEqual([moved]);
    expect(then[3].tariff.output).toBe(listed[3].tariff.output / 2);
    expect(rivalsSeen(model, market, v, then)).not.toBe(rivalsSeen(model, market, v, listed));
    const gone = listed[5].index;
    market.products.live[gone] = 0;
    expect(publicProducts(model, market).some((p) => p.index === gone)).toBe(false);
  });
  test("misreadings of a quarter of the threshold start no war in five seeds; as large as it, they do", () => {
    const vendors = Object.keys(library("no-trigger").vendors);
    const noisy = (sd: number) => Object.fromEntries(vendors.map((v) => [`vendors.${v}.conduct.sightNoise`, sd]));
    const moves = (sd: number) =>
      [1, 2, 3, 4, 5].map(
        (seed) =>
          simulate(library("no-trigger", { "demand.agents": 200, "clock.end": "2024-12-31", ...noisy(sd) }), { seed })
            .moves.length,
      );
    expect(moves(0.1)).toEqual([0, 0, 0, 0, 0]);
    expect(Math.min(...moves(0.4))).toBeGreaterThan(3);
  });
  test("a survey takes rivals at the prices seen: late for who sees late, of the launch for who never looks", () => {
    const exact = { kind: "best-response", reviewDays: 1, tolerance: 0, digits: 12 };
    const p = (set: Record<string, unknown>) => prices(duel({ strategies: [exact, cut], tickDays: 1, set }), 0);
    const [now, late, never] = [p({}), p(conduct("sightLag", 10)), p(conduct("sees", "never"))];
    expect(now[15]).toBeLessThan(now[14]);
    expect(late[24]).toBe(now[14]);
    expect(late[25]).toBe(now[15]);
    expect(new Set(never).size).toBe(1);
    expect(never[0]).toBe(now[0]);
  });
  test("what one vendor sees leaves what another does unchanged", () => {
    const base = { strategies: [follow, cut, { kind: "hold" }], tickDays: 1 as const };
    const other = duel({ ...base, set: { "vendors.v2.conduct.sightLag": 9, "vendors.v2.conduct.sightNoise": 0.3 } });
    expect(prices(other, 0)).toEqual(prices(duel(base), 0));
  });
});
