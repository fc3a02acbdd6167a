import { describe, expect, test } from "vitest";
import { fromOrigin, horizonOf } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

const ORIGIN = "2024-05-15";

describe("a forecast from an origin", () => {
  const plain = library("china-2024");
  const event = (date: string) => ({ date, kind: "price", product: "zhipu.glm-4", price: { input: 9 } });
  const dated = { ...plain, events: [event("2024-05-14"), event(ORIGIN), event("2024-05-16")] };
  const from = fromOrigin(dated, ORIGIN);

  test("knows what happened up to that day, the day itself included, and runs on for half a year", () => {
    expect(from.events.map(({ date }) => date)).toEqual(["2024-05-14", ORIGIN]);
    expect(horizonOf("2024-01-01")).toBe("2024-07-01"); // 182 days of a leap year
    expect(from.clock).toEqual({ ...plain.clock, end: "2024-11-13" });
  });

  test("knows of launches on the day and of none later; what was never sold stays so", () => {
    const launched = (launch: string | null) => {
      const { products } = plain.vendors.deepseek;
      const deepseek = { ...plain.vendors.deepseek, products: { v2: { ...products.v2, launch } } };
      const s = fromOrigin({ ...plain, vendors: { ...plain.vendors, deepseek } }, ORIGIN);
      return s.vendors.deepseek.products.v2.launch;
    };
    expect([null, "never", "2024-05-14", ORIGIN, "2024-05-16"].map(launched)).toEqual([
      null,
      "never",
      "2024-05-14",
      ORIGIN,
      "never",
    ]);
  });

  test("leaves the rule at its full strength from the day after", () => {
    // The start, 1 April, is day 0
    expect(from.strategies.headline).toMatchObject({ strength: 1, fromDay: 45, rest: 60 });
  });
});
