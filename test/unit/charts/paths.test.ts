import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linePath } from "../../../charts/geometry/paths.ts";
import { timeAxis } from "../../../charts/geometry/time-axis.ts";
import { isoDate } from "../../../engine/index.ts";

const DAYS = 200;
const axis = timeAxis(
  Array.from({ length: DAYS }, (_, t) => isoDate(19_800 + t)),
  0,
  400,
);
const drawn = (values: readonly number[]) => linePath(values, axis, (v) => v);

/** The points of each unbroken piece of a path. */
const pieces = (path: string): (readonly [number, number])[][] =>
  path
    .split("M")
    .slice(1)
    .map((piece) => piece.split("L").map((point) => point.split(",").map(Number) as [number, number]));

/** Height of a piece above x. */
function heightAt(piece: readonly (readonly [number, number])[], x: number): number {
  const k = Math.max(
    1,
    piece.findIndex(([px]) => px >= x),
  );
  if (piece.length === 1) return piece[0][1];
  const [[x0, y0], [x1, y1]] = [piece[k - 1], piece[k]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

describe("a line", () => {
  it("passes every value by less than can be seen, whatever the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: DAYS, maxLength: DAYS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (noise, rough) => {
          const values = noise.map((x, t) => 100 + t / 3 + rough * rough * x);
          const [piece] = pieces(drawn(values));
          // Both ends of a stretch are rounded to a tenth of a pixel.
          const slack = 0.2 + 0.1 + (rough * rough * 300) / 10;
          values.forEach((v, t) => expect(Math.abs(heightAt(piece, axis.x(t)) - v)).toBeLessThan(slack));
        },
      ),
      { endOnFailure: true },
    );
  });

  it("needs two points where it is straight, and keeps every corner", () => {
    expect(pieces(drawn(Array.from({ length: DAYS }, (_, t) => t / 2)))).toEqual([
      [
        [0, 0],
        [400, 99.5],
      ],
    ]);
    const corner = Array.from({ length: DAYS }, (_, t) => Math.abs(t - 100));
    const [piece] = pieces(drawn(corner));
    expect(piece).toHaveLength(3);
    expect(piece[1][1]).toBe(0);
  });

  it("breaks where there is no value, and shows a value alone as a point", () => {
    const values = Array.from({ length: DAYS }, (_, t) => (t < 50 || t === 60 || t > 150 ? 10 : NaN));
    expect(pieces(drawn(values)).map((piece) => piece.length)).toEqual([2, 1, 2]);
    expect(drawn(values.map(() => NaN))).toBe("");
  });
});
