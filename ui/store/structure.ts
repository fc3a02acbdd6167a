import { useMemo } from "react";
import type { Scenario } from "../../engine/index.ts";
import { session, useApp } from "./app.ts";
import { scenarioOf } from "./scenario-of.ts";

/**
 * The scenario at hand as if no lever had been moved: who and what there is in it, which levers do not change. It is
 * the same object while one is dragged, so that lists of names are not drawn again.
 */
export function useStructure(): Scenario | undefined {
  const base = useApp((s) => s.base?.scenario);
  const patches = useApp((s) => s.history.now.patches);
  const cuts = useApp((s) => s.history.now.cuts);
  const events = useApp((s) => s.history.now.events);
  const held = useApp((s) => s.history.now.held);
  return useMemo(
    () => base && scenarioOf(base, { ...session(), levers: {}, patches, cuts, events, held }),
    [base, patches, cuts, events, held],
  );
}
