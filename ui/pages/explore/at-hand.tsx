import type { ReactNode } from "react";
import type { Scenario } from "../../../engine/index.ts";
import { useApp } from "../../store/app.ts";
import { scenarioOf } from "../../store/scenario-of.ts";

/** What is to be drawn of the scenario at hand, levers and all: a form, while it is open. */
export function AtHand({ children }: { readonly children: (scenario: Scenario) => ReactNode }): ReactNode {
  const base = useApp((s) => s.base?.scenario);
  const now = useApp((s) => s.history.now);
  return base && children(scenarioOf(base, now));
}
