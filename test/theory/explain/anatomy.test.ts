import { describe, expect, test } from "vitest";
import { anatomy, explainRuns } from "../../../engine/index.ts";
import { duel } from "../../support/duel.ts";
import { library, simulate } from "../../support/scenarios.ts";

const at = (date: string, product: string, price: number) => ({
  date,
  kind: "price",
  product,
  price: { input: price, output: price },
});
const hold = { kind: "hold" };
const scripted = (...events: object[]) => duel({ strategies: [hold, hold, hold], tickDays: 1, set: { events } });
const year = { from: "2024-01-01", to: "2024-12-29" };

describe("the anatomy of a war written by hand", () => {
  const r = scripted(
    at("2024-02-01", "v0.p", 1.2),
    at("2024-02-06", "v1.p", 0.9),
    at("2024-05-01", "v1.p", 0.75),
    at("2024-08-01", "v1.p", 1.2),
  );
  const war = anatomy(r, year)!;
  test("has its trigger, reactions, rounds and end", () => {
    expect(war.trigger).toEqual({ date: "2024-02-01", product: "v0.p", kind: "cut" });
    expect(war.reactions).toEqual([{ vendor: "v1", lag: 5, depth: 0.5, products: 1, free: 0 }]);
    expect(war.rounds).toMatchObject([
      { day: 0, days: 5, vendors: ["v0", "v1"], cuts: 2 },
      { from: "2024-05-01", vendors: ["v1"], cuts: 1 },
    ]);
    expect(war.end).toEqual({ date: "2024-05-01", day: 90 });
  });
  test("has its trough where the index is lowest, a recovery after the rise, and spells below cost", () => {
    expect(war.trough.date).toBe("2024-05-01");
    expect(war.recovery).toBeGreaterThan(0.3);
    expect(war.recovery).toBeLessThan(1);
    expect(war.belowCost).toEqual([{ product: "v1.p", days: 177, since: "2024-02-06", still: false }]);
  });
  test("is as severe as the mean of depth, vendors cutting and tokens sold below cost at the trough", () => {
    const row = r.dates.indexOf(war.trough.date) * 3;
    const tokens = [0, 1, 2].map((j) => r.product.tokensInput[row + j] + r.product.tokensOutput[row + j]);
    const below = tokens[1] / (tokens[0] + tokens[1] + tokens[2]);
    expect(war.severity).toBeCloseTo((war.depth + 2 / 3 + below) / 3, 12);
  });
});

test("no war where nobody cuts by a tenth", () => {
  expect(anatomy(scripted(at("2024-02-01", "v0.p", 1.4)), year)).toBeNull();
});

test("the war of 2024 begins with the launch of DeepSeek-V2 and Zhipu answers first", () => {
  const war = anatomy(simulate(library("china-2024", { "demand.agents": 400 })), {
    from: "2024-04-01",
    to: "2024-12-31",
  })!;
  expect(war.trigger).toEqual({ date: "2024-05-06", product: "deepseek.v2", kind: "launch" });
  expect(war.reactions[0].vendor).toBe("zhipu");
  expect(war.reactions.map((x) => x.vendor)).not.toContain("moonshot");
  expect(war.belowCost.map((b) => b.product)).toContain("baidu.ernie-speed");
  expect(war.severity).toBeGreaterThan(0.4);
});

test("a fall is made good once: prices above those before the war are a whole recovery, not several", () => {
  const r = scripted(at("2024-02-01", "v0.p", 1.3), at("2024-06-01", "v0.p", 3), at("2024-06-01", "v1.p", 3));
  expect(anatomy(r, year)!.recovery).toBe(1);
});

describe("a war that begins on the first day", () => {
  test("has its trigger there and falls from the prices the day opened with", () => {
    const r = scripted(at("2024-01-01", "v0.p", 1.2), at("2024-01-04", "v1.p", 0.9));
    const war = anatomy(r, year)!;
    expect(war.trigger).toEqual({ date: "2024-01-01", product: "v0.p", kind: "cut" });
    expect(war.reactions).toEqual([{ vendor: "v1", lag: 3, depth: 0.4, products: 1, free: 0 }]);
    const [a, b] = [0, 1].map(
      (j) =>
        r.product.tokensInput[j] / (r.product.tokensInput[0] + r.product.tokensInput[1] + r.product.tokensInput[2]),
    );
    const firstDay = 1 - (1.2 * a + 1.5 * (1 - a)) / 1.5;
    expect(war.depth).toBeGreaterThan(firstDay);
    expect(war.depth).toBeLessThan(firstDay + b);
  });
  test("falls by the cut alone where nobody follows, on the first day as on a later one", () => {
    const [first, later] = ["2024-01-01", "2024-02-01"].map((day) => {
      const all = ["v0.p", "v1.p", "v2.p"].map((product) => at(day, product, 0.9));
      return anatomy(scripted(...all), year)!;
    });
    expect(first.depth).toBeCloseTo(0.4, 12);
    expect(later.depth).toBeCloseTo(0.4, 12);
    expect(first.rounds).toMatchObject([{ day: 0, vendors: ["v0", "v1", "v2"], cuts: 3 }]);
  });
  test("is found also when the days compared begin on the day of the cut", () => {
    const r = scripted(at("2024-02-01", "v0.p", 1.2));
    expect(anatomy(r, { from: "2024-02-01", to: "2024-12-29" })).toEqual(anatomy(r, year));
  });
  test("is the giant's in predation, and its price then is what it gave up", () => {
    const s = library("textbook-predation");
    const r = simulate(s);
    const span = { from: r.dates[0], to: r.dates[10] };
    const war = anatomy(r, span)!;
    expect(war.trigger).toEqual({ date: "2024-01-01", product: "giant.p", kind: "cut" });
    expect(war.reactions.map((x) => x.vendor)).toEqual(["rival"]);
    const giant = explainRuns([r], span).products.find(({ id }) => id === "giant.p")!;
    expect([giant.split.from, giant.split.to]).toEqual([1.6, 0.7]);
  });
});

test("a war is over when four weeks have passed without a cut, whatever a tick is", () => {
  const cut = at("2024-02-05", "v0.p", 1.2);
  for (const tickDays of [1, 7] as const) {
    const r = duel({ strategies: [hold, hold, hold], tickDays, set: { events: [cut] } });
    const end = (to: string) => anatomy(r, { from: "2024-01-01", to })!.end;
    expect([tickDays, end("2024-03-03")]).toEqual([tickDays, null]);
    expect(end("2024-03-11")).toEqual({ date: "2024-02-05", day: 0 });
  }
});
