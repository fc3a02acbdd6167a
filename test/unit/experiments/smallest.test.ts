import { expect, test } from "vitest";
import { MomentStream } from "../../../engine/experiments/moments.ts";
import { nelderMead } from "../../../engine/experiments/nelder-mead.ts";

test("of one run the smallest, the largest and the mean are its own, and nothing is known of the spread", () => {
  const stream = new MomentStream();
  stream.add(3);
  expect(stream.result()).toMatchObject({ n: 1, mean: 3, min: 3, max: 3, sd: NaN });
  expect(new MomentStream().result()).toMatchObject({ n: 0, mean: NaN, min: NaN, max: NaN });
});

test("a search that begins a step below the end of its range tries the end, and beyond it steps back", () => {
  const search = (at: number) =>
    nelderMead({ start: { point: [at], value: 1 }, step: 0.25, tolerance: 1e-3, evaluations: 10 }).next().value;
  expect(search(0.75)).toEqual([[1]]);
  expect(search(0.8)).toEqual([[0.55]]);
});
