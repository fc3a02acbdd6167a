import { expect, test } from "vitest";
import { marketReport, quarterStart } from "../../engine/game/index.ts";
import { library, simulate } from "../support/scenarios.ts";

const QUARTERS = 3;
const few = { "demand.agents": 300, "clock.tickDays": 7, "clock.burnInWeeks": 4 };
const market = library("china-2024", few);
const scenario = { ...market, clock: { ...market.clock, end: quarterStart(market, QUARTERS) } };

test("a quarter's news are of its own days, and each move is news once", () => {
  const r = simulate(scenario);
  const quarters = Array.from({ length: QUARTERS }, (_, q) => marketReport(scenario, r, q).news);
  for (const [q, news] of quarters.entries())
    for (const { date } of news) {
      expect(date >= quarterStart(scenario, q)).toBe(true);
      expect(date < quarterStart(scenario, q + 1)).toBe(true);
    }
  const told = quarters.flat().flatMap((n) => (n.kind === "move" ? [n.move] : []));
  const within = r.moves.filter(({ tick }) => r.dates[tick] < quarterStart(scenario, QUARTERS));
  expect(told.length).toBeGreaterThan(5);
  expect(told.toSorted((a, b) => a.tick - b.tick)).toEqual(within);
});
