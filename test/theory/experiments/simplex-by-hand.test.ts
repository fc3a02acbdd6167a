import { describe, expect, test } from "vitest";
import { nelderMead } from "../../../engine/experiments/nelder-mead.ts";

describe("the simplex of Nelder & Mead", () => {
  /** Answers each question in turn, and keeps what was asked. */
  function drive(answers: readonly number[][], evaluations = 100, start = [0.5, 0.5]) {
    const search = nelderMead({ start: { point: start, value: 5 }, step: 0.1, tolerance: 1e-9, evaluations });
    const asked: (readonly (readonly number[])[])[] = [];
    let step = search.next();
    for (const answer of answers) {
      if (step.done) break;
      asked.push(step.value);
      step = search.next(answer);
    }
    return { asked: asked.flat().map((p) => p.map((x) => Number(x.toFixed(9)))), next: step };
  }
  test("begins with a step along each axis, back where a step would leave the cube", () => {
    expect(drive([[1, 2]]).asked).toEqual([
      [0.6, 0.5],
      [0.5, 0.6],
    ]);
    expect(drive([[1, 2]], 9, [0.95, 0.9]).asked).toEqual([
      [0.85, 0.9],
      [0.95, 1],
    ]);
  });
  // Best (.6, .5) of 1, next (.5, .6) of 2, worst (.5, .5) of 5: centre (.55, .55), reflection at (.6, .6)
  const at = (...answers: number[]) => drive([[1, 2], ...answers.map((x) => [x])]);
  test("reflects the worst, and goes twice as far where that is best of all", () => {
    expect(at(0, -1, 9).asked.slice(2)).toEqual([
      [0.6, 0.6],
      [0.65, 0.65],
      [0.75, 0.55],
    ]); // from the expanded
    expect(at(0, 0.5, 9).asked.slice(4)).toEqual([[0.7, 0.5]]); // from the reflected, which was better
    expect(at(1.5, 9).asked.slice(3)).toEqual([[0.7, 0.5]]); // good, not best: nothing further
  });
  test("contracts half way, outside where the reflection was better than the worst, inside where not", () => {
    expect(at(3, 9).asked.slice(3)).toEqual([[0.575, 0.575]]);
    expect(at(6, 9).asked.slice(3)).toEqual([[0.525, 0.525]]);
    expect(at(2, 9).asked.slice(3)).toEqual([[0.575, 0.575]]); // no better than the next to worst
  });
  test("shrinks to the best by half where nothing helps", () => {
    const { asked } = drive([[1, 2], [6], [7], [3, 4]]);
    expect(asked.slice(4)).toEqual([
      [0.55, 0.55],
      [0.55, 0.5],
    ]);
  });
  test("in four dimensions goes by the coefficients of Gao & Han", () => {
    const search = (answers: number[][]) => drive(answers, 100, [0.5, 0.5, 0.5, 0.5]).asked;
    // Worst is the first step, of 9: (.6, .5, .5, .5); centre (.5, .525, .525, .525)
    const first = [[9, 1, 2, 3]];
    expect(search([...first, [0], [9]]).slice(4)).toEqual([
      [0.4, 0.55, 0.55, 0.55],
      [0.35, 0.5625, 0.5625, 0.5625],
    ]);
    expect(search([...first, [7], [99]]).slice(5)).toEqual([[0.4375, 0.540625, 0.540625, 0.540625]]);
    // All move a quarter of the way to the best, (.5, .6, .5, .5)
    expect(search([...first, [10], [99], [0, 0, 0, 0]])[6]).toEqual([0.5, 0.525, 0.575, 0.5]);
  });
  test("takes no more than it may, and a trial that failed for the worst", () => {
    expect(drive([[1, 2]], 2).next).toEqual({ done: true, value: { point: [0.6, 0.5], value: 1, used: 2 } });
    expect(drive([[NaN, 2], [9]]).asked[2]).toEqual([0.4, 0.6]); // away from the one that failed
    expect(drive([[1, 2], [1.5]], 3).next).toMatchObject({ done: true, value: { value: 1, used: 3 } });
  });
});
