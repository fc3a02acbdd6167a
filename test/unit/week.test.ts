import { expect, test } from "vitest";
import { weekTo } from "../../engine/index.ts";
import { duel } from "../support/duel.ts";

const hold = { kind: "hold" };
const at = (date: string, price: number) => ({
  date,
  kind: "price",
  product: "v0.p",
  price: { input: price, output: price },
});
const events = [at("2024-02-01", 1.4), at("2024-02-02", 1.3), at("2024-02-08", 1.2), at("2024-02-09", 1.1)];

test("a week told has seven days, its first and its last among them", () => {
  const r = duel({ strategies: [hold, hold, hold], tickDays: 1, set: { events } });
  const week = weekTo(r, "2024-02-08");
  expect([week.from, week.to]).toEqual(["2024-02-02", "2024-02-08"]);
  expect(week.moves.map(({ tick }) => r.dates[tick])).toEqual(["2024-02-02", "2024-02-08"]);
});
