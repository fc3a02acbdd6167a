import type { Scenario, Text } from "../../engine/index.ts";
import type { Arm } from "./arm.ts";

/** What a scenario is held against to say what was changed: what it was made from, or else the baseline. */
export const madeFrom = (
  { from }: Pick<Arm, "from">,
  baseline: { readonly scenario: Scenario } | null,
): Scenario | null => from ?? baseline?.scenario ?? null;

/** What a scenario says of itself; null where it is what it was made from that says so, and no longer holds. */
export const ownText = (arm: Pick<Arm, "scenario" | "from">, of: (s: Scenario) => Text | undefined): Text | null => {
  const [own, before] = [of(arm.scenario), arm.from && of(arm.from)];
  return own && (own.en !== before?.en || own.zh !== before.zh) ? own : null;
};
