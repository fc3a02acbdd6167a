import { readPath } from "../scenario/patch.ts";
import type { Lever, Scenario } from "../scenario/scenario.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { isMeasurable } from "./bounds.ts";

/** Levers lead to numbers, and over ranges that a slider can be drawn for. */
export const leverChecks = (scenario: Scenario): Finding[] =>
  scenario.levers.flatMap((lever, k) => [
    ...lever.paths.flatMap(({ path }, i) =>
      typeof readPath(scenario, path) === "number" ? [] : [{ path: ["levers", k, "paths", i], text: noNumber(path) }],
    ),
    ...(["range", "plausible"] as const).flatMap((which) => {
      const text = rangeProblem(lever, lever[which]);
      return text ? [{ path: ["levers", k, which], text }] : [];
    }),
  ]);

const noNumber = (path: string): Text => ({ en: `“${path}” leads to no number`, zh: `“${path}”不指向任何数` });

function rangeProblem({ scale }: Lever, [low, high]: readonly [number, number]): Text | null {
  if (!(low < high)) return RISES;
  if (![low, high].every(isMeasurable)) return { en: "the range is out of all measure", zh: "范围过大或过小" };
  return scale === "log" && low <= 0 ? LOG : null;
}

const RISES: Text = { en: "the range must rise: [low, high]", zh: "范围的下限应小于上限：[下限, 上限]" };
const LOG: Text = { en: "a log scale needs a range above 0", zh: "对数刻度要求范围大于 0" };
