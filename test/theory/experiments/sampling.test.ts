import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Axis, planRuns, runAt, samplers } from "../../../engine/index.ts";
import { validate } from "../../../engine/validation.ts";
import { sobolPoints } from "../../../engine/math/sobol-points.ts";

const range = (path: string, low = 0, high = 1): Axis => ({
  kind: "range",
  path,
  also: [],
  unit: "",
  low,
  high,
  scale: "linear",
  integer: false,
  points: 5,
  base: null,
});
const axes = (k: number) => Array.from({ length: k }, (_, d) => range(`x${d}`));

function verdict(id: string) {
  const file = join(import.meta.dirname, `../../../scenarios/validation/${id}.json`);
  const work = validate(JSON.parse(readFileSync(file, "utf8")));
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

describe("sampling", () => {
  test("Sobol' points are those of Joe and Kuo's table", () => {
    const { status, rows } = verdict("c09c_sobol_sequence");
    expect(rows.filter((r) => !r.pass)).toEqual([]);
    expect(status).toBe("pass");
    expect(rows.length).toBeGreaterThan(200);
  });
  test("every dimension of the table visits each half, quarter, eighth once: no number is mistyped", () => {
    const points = sobolPoints(1024, 64);
    for (let d = 0; d < 64; d++) {
      const cells = new Set(Array.from({ length: 1024 }, (_, i) => Math.floor(points[i * 64 + d] * 1024)));
      expect(cells.size).toBe(1024);
    }
  });
  test("a Latin hypercube hits each stratum of each axis once, whatever its size and seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (n, k, seed) => {
        const points = samplers.get("latin-hypercube").points(axes(k), n, seed);
        for (let d = 0; d < k; d++) {
          const strata = Array.from({ length: n }, (_, i) => Math.floor(points[i * k + d] * n)).toSorted(
            (a, b) => a - b,
          );
          expect(strata).toEqual(Array.from({ length: n }, (_, i) => i));
        }
      }),
    );
  });
  test("a grid is every combination once, ends of ranges included", () => {
    const list: Axis = { kind: "list", path: "y", also: [], unit: "", values: ["a", "b"], base: "a" };
    const design = { method: "grid", n: 0, replications: 2, seed: 1, axes: [range("x", 10, 20), list], outputs: [] };
    const plan = planRuns(design);
    const settings = Array.from({ length: plan.runs }, (_, k) => runAt(plan, k).settings.join(" "));
    expect(plan.runs).toBe(20);
    expect(settings[0]).toBe("10 a");
    expect(new Set(settings)).toEqual(new Set([10, 12.5, 15, 17.5, 20].flatMap((x) => [`${x} a`, `${x} b`])));
  });
  test("replications of every point are the same draws, so that points are paired", () => {
    const plan = planRuns({ method: "sobol", n: 4, replications: 3, seed: 1, axes: axes(2), outputs: [] });
    expect(Array.from({ length: 6 }, (_, k) => runAt(plan, k).replication)).toEqual([0, 1, 2, 0, 1, 2]);
  });
  test("a Morris trajectory moves each axis once, by the same step, inside the cube", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (k, seed) => {
        const points = samplers.get("morris").points(axes(k), 1, seed);
        expect(points.every((x) => x >= 0 && x <= 1)).toBe(true);
        const moved = Array.from({ length: k }, (_, i) => {
          const steps = Array.from({ length: k }, (_, d) => points[(i + 1) * k + d] - points[i * k + d]);
          expect(steps.filter((s) => s !== 0).map((s) => Math.abs(s))).toEqual([expect.closeTo(2 / 3, 12)]);
          return steps.findIndex((s) => s !== 0);
        });
        expect(moved.toSorted((a, b) => a - b)).toEqual(Array.from({ length: k }, (_, d) => d));
      }),
    );
  });
});

describe("sensitivity", () => {
  test("Ishigami's and the g-function's indices come out within what is asked of 8,192 samples", () => {
    const { status, rows } = verdict("c09a_sobol_indices");
    expect(rows.filter((r) => !r.pass)).toEqual([]);
    expect(status).toBe("pass");
  });
  test("the optimiser finds the minima of Branin, Hartmann, Goldstein-Price, camel and Rosenbrock", () => {
    const { status, rows } = verdict("c09d_optimizer_test_functions");
    expect(rows.filter((r) => !r.pass)).toEqual([]);
    expect(status).toBe("pass");
  });
});
