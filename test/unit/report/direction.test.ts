import { expect, test } from "vitest";
import { direction, isDirected } from "../../../report/document/direction.ts";
import { Evidence } from "../../../report/document/evidence.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { armOf } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

/** Pairs whose differences are these. */
class Pairs extends Evidence {
  readonly differences: readonly number[];
  constructor(differences: readonly number[]) {
    const arm = armOf(variant("demand: {agents: 50}\n"), 1);
    super([{ ...arm, recordings: differences.map(() => arm.recordings[0]) }, arm]);
    this.differences = differences;
  }
  override column(letter: string): number[] {
    return letter === "A" ? [...this.differences] : this.differences.map(() => 0);
  }
}

const times = (n: number, x: number) => Array.from({ length: n }, () => x);
const said = (differences: readonly number[], lang: "en" | "zh" = "en") => {
  const pairs = new Pairs(differences);
  return [isDirected(pairs, "market.hhi"), textOf(direction(pairs, "market.hhi", "level", lang))];
};

test("a difference has a direction where its interval leaves out zero, and only there", () => {
  expect(said([...times(19, 1), 2])).toEqual([true, "almost certainly higher, in 20 of 20 pairs"]);
  expect(said([...times(9, -0.1), ...times(11, 1)])).toEqual([true, "higher on average, but only in 11 of 20 pairs"]);
  expect(said([...times(11, -0.1), ...times(9, 1)])).toEqual([true, "higher on average, but only in 9 of 20 pairs"]);
  expect(said([...times(15, 0.1), ...times(5, -0.25)])).toEqual([
    false,
    "which way is an open question; 15 of 20 pairs agree",
  ]);
  expect(said([...times(9, -0.1), ...times(11, 1)], "zh")[1]).toBe("平均而言更高，但 20 对中只有 11 对如此");
});

test("a single pair is taken as it is, and nothing is said of how sure it is", () => {
  expect(said([1])).toEqual([true, ""]);
  expect(said([0])).toEqual([false, ""]);
});
