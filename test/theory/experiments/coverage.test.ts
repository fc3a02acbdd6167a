import { expect, test } from "vitest";
import { MomentStream, pairedDifference, probability } from "../../../engine/index.ts";
import { normalQuantile } from "../../../engine/math/normal-quantile.ts";
import { uniform } from "../../../engine/math/random.ts";

const TRIALS = 4000;
const draw = (trial: number, k: number, what: number) => uniform(17, what, trial, k);
const normal = (trial: number, k: number, what: number) => normalQuantile(draw(trial, k, what));

/** In what part of so many experiments an interval holds the truth. */
function covered(interval: (trial: number) => { readonly low: number; readonly high: number }, truth: number): number {
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const { low, high } = interval(trial);
    if (low <= truth && truth <= high) held++;
  }
  return held / TRIALS;
}

// Of 4,000 experiments 95 % come out between 94.3 and 95.7 % in 19 cases of 20.
test.each([3, 5, 12, 40])(
  "an interval from %i runs holds the true mean, and the true difference of two arms, in 95 cases of 100",
  (runs) => {
    const all = Array.from({ length: runs }, (_, k) => k);
    const mean = (trial: number) => {
      const stream = new MomentStream();
      for (const k of all) stream.add(7 + 3 * normal(trial, k, 1));
      return stream.result();
    };
    const difference = (trial: number) => {
      const base = all.map((k) => 3 * normal(trial, k, 2));
      return pairedDifference(
        base.map((x, k) => x + 1 + normal(trial, k, 3)),
        base,
      );
    };
    expect(Math.abs(covered(mean, 7) - 0.95)).toBeLessThan(0.012);
    expect(Math.abs(covered(difference, 1) - 0.95)).toBeLessThan(0.012);
  },
);

test("Wilson's interval holds the true probability in about 95 of 100, be it one half or one in ten", () => {
  for (const truth of [0.1, 0.5]) {
    const share = covered((trial) => {
      let held = 0;
      for (let k = 0; k < 60; k++) if (draw(trial, k, 4) < truth) held++;
      return probability(held, 60);
    }, truth);
    expect(Math.abs(share - 0.95)).toBeLessThan(0.025); // counts are whole: no interval can do better
  }
});
