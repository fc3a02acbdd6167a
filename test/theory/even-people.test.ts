import { expect, test } from "vitest";
import { compile, type Scenario } from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { library, median } from "../support/scenarios.ts";

const small = library("china-2024", { "demand.agents": 300, "clock.end": "2024-06-30", "clock.burnInWeeks": 4 });
const [from, to] = ["2024-04-01", "2024-06-29"];

async function priceOfCompetition(scenario: Scenario, seed: number): Promise<readonly number[]> {
  const { nash } = await inlineRunner().run({ scenario, seed, nashBetween: { from, to } });
  return nash!.flatMap((day) => Array.from(day.price.filter(Number.isFinite)));
}

test("two seeds see the same price of competition, within what their costs differ by", async () => {
  const [one, other] = [await priceOfCompetition(small, 1), await priceOfCompetition(small, 2)];
  expect(one.length).toBeGreaterThan(10);
  // .13 where each seed prices its own crowd
  expect(median(one.map((price, k) => Math.abs(Math.log(price / other[k]))))).toBeLessThan(0.08);
});

test("people spread evenly have the mean value of the law they stand for, closer than a draw of as many", () => {
  const meanOf = (even: boolean, seed: number) => {
    const { population, segments } = compile(small, { seed, even }) as ReturnType<typeof compile> & {
      readonly population: { readonly value: Float64Array; readonly start: Int32Array };
    };
    const s = segments.find(({ id }) => id === "developers")!;
    const values = population.value.slice(population.start[s.index], population.start[s.index + 1]).map(Math.log);
    return values.reduce((sum, x) => sum + x, 0) / values.length - s.segment.lnV.mean;
  };
  const drawn = [1, 2, 3, 4, 5].map((seed) => Math.abs(meanOf(false, seed)));
  expect(meanOf(true, 1)).toBe(meanOf(true, 2));
  expect(Math.abs(meanOf(true, 1))).toBeLessThan(median(drawn) / 3);
});
