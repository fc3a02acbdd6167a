import { describe, expect, it } from "vitest";
import { packRun, unpackRun } from "../../../ui/store/packed-run.ts";
import { library, simulate } from "../../support/scenarios.ts";

const WEEK = 7;

describe("a run packed to be sent with the app", () => {
  const whole = simulate(library("china-2024", { "demand.agents": 500, "clock.end": "2024-08-31" }));
  const { cells, ...rest } = packRun(whole);
  const again = unpackRun({ ...(JSON.parse(JSON.stringify(rest)) as typeof rest), cells });
  const days = whole.dates.length;

  it("keeps everything but columns as it was, through JSON; who switched from whom it leaves out", () => {
    const { product: _p, vendor: _v, segment: _s, market: _m, switches, ...head } = whole;
    expect(switches).toBeDefined();
    expect(again).toMatchObject(head);
    expect(again.switches).toBeUndefined();
  });

  it("has prices of every day and all else once a week, in single precision, and runs straight between", () => {
    expect(days % WEEK).not.toBe(1); // the last rows are beyond the last one packed
    for (const group of ["product", "vendor", "segment", "market"] as const) {
      expect(Object.keys(again[group])).toEqual(Object.keys(whole[group]));
      for (const [name, column] of Object.entries<Float64Array>(whole[group])) {
        const laid = (again[group] as Record<string, Float64Array>)[name];
        const width = column.length / days;
        const at = (day: number) =>
          Float64Array.from(Float32Array.from(column.subarray(day * width, (day + 1) * width)));
        expect(laid.length).toBe(column.length);
        const every = ["live", "priceInput", "priceOutput", "alive"].includes(name) ? 1 : WEEK;
        for (let day = 0; day < days; day += every)
          expect(laid.subarray(day * width, (day + 1) * width)).toEqual(at(day));
      }
    }
    const [a, b, between] = [0, WEEK, 3].map((day) => again.market.gpuPrice[day]);
    expect(between).toBeCloseTo(a + (3 / WEEK) * (b - a), 6);
  });

  it("takes less than half of what sending the whole in single precision would", () => {
    const numbers = (["product", "vendor", "segment", "market"] as const).flatMap((g) =>
      Object.values<Float64Array>(whole[g]),
    );
    expect(cells.length).toBeLessThan(numbers.reduce((sum, x) => sum + x.length, 0) / 2);
  });
});
