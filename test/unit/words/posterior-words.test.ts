import { expect, test } from "vitest";
import { believe } from "../../../engine/index.ts";
import { posteriorLines } from "../../../words/posterior-words.ts";

const lines = (points: number) => {
  const tried = Array.from({ length: points }, (_, k) => (k + 0.5) / points);
  const { effective, widened } = believe(
    tried.map((u) => [(u - 0.5) / 0.05]),
    40,
  );
  const found = { tried: points, effective, widened, draws: [], fits: [], scenario: "x", parameters: [] };
  return posteriorLines(found, "en").join(" ");
};

test("errors widened for want of points are not laid on the model alone", () => {
  expect(lines(60)).toMatch(/Too few points meet the targets .* Where more runs do not help/);
  expect(lines(600)).not.toContain("Too few points");
});
