import { useMemo } from "react";
import { checkComparable, fitted, type Focus, type Recording, type Scenario } from "../../engine/index.ts";
import { useApp } from "./app.ts";
import { useFocused } from "./focus.ts";
import { scenarioOf } from "./scenario-of.ts";
import { isEdited } from "./session.ts";

/** The runs an answer about the focus is drawn from: of the scenario at hand, then of a baseline that differs. */
export interface FocusRuns {
  readonly focus: Focus;
  readonly arms: readonly { readonly scenario: Scenario; readonly recordings: readonly Recording[] }[];
  readonly changed: boolean; // by hand
  readonly from: Scenario; // before any change
  readonly runs: number; // replications the answer is a mean of
}

const LEAST = 5;

/** Null: nothing is in focus, or the scenario has not whom it is about. */
export function useFocusRuns(): FocusRuns | null {
  const focused = useFocused();
  const session = useApp((s) => s.history.now);
  const base = useApp((s) => s.base);
  const baseBase = useApp((s) => s.baseBase);
  const result = useApp((s) => s.result);
  const baseline = useApp((s) => s.baseline);
  const [bands, baseBands] = [useApp((s) => s.bands), useApp((s) => s.baseBands)];
  return useMemo(() => {
    if (!focused || !base || !baseBase || !result) return null;
    const scenario = scenarioOf(base.scenario, session);
    const focus = fitted(focused, scenario);
    if (!focus) return null;
    const own = { scenario, recordings: [result.run.recording] };
    const facts = { focus, changed: isEdited(session), from: base.scenario };
    if (scenario === baseBase.scenario || !isComparable(scenario, baseBase.scenario)) {
      const recordings = bands.length >= LEAST ? bands : own.recordings;
      return { ...facts, arms: [{ scenario, recordings }], runs: recordings.length };
    }
    const paired = Math.min(bands.length, baseBands.length);
    if (paired >= LEAST) {
      const arms = [
        { scenario, recordings: bands.slice(0, paired) },
        { scenario: baseBase.scenario, recordings: baseBands.slice(0, paired) },
      ];
      return { ...facts, arms, runs: paired };
    }
    const other = baseline ? [{ scenario: baseBase.scenario, recordings: [baseline.recording] }] : [];
    return { ...facts, arms: [own, ...other], runs: 1 };
  }, [focused, session, base, baseBase, result, baseline, bands, baseBands]);
}

function isComparable(a: Scenario, b: Scenario): boolean {
  try {
    checkComparable([a, b]);
    return a.currency === b.currency;
  } catch {
    return false;
  }
}
