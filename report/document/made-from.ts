import type { Scenario } from "../../engine/index.ts";
import type { Arm } from "./arm.ts";

/** What a scenario is held against to say what was changed: what it was made from, or else the baseline. */
export const madeFrom = (
  { from }: Pick<Arm, "from">,
  baseline: { readonly scenario: Scenario } | null,
): Scenario | null => from ?? baseline?.scenario ?? null;
