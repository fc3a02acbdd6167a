import { useEffect, useMemo } from "react";
import { type AnswerOf, type OfQuestion, type QuestionId, type Scenario, withAgents } from "../../../engine/index.ts";
import { useApp } from "../../store/app.ts";
import { useObservable } from "../../store/observable.ts";
import { type Asking, askingOf } from "../../store/questions.ts";
import { once } from "../../store/once.ts";

/** Simulated agents of a run here. What moved prices needs fewer of them than the shares of small vendors do. */
export const AGENTS = 2000;

const light = once((scenario: Scenario) => withAgents(scenario, AGENTS));

/** The scenario shown on Explore, with fewer agents. The same object as long as that one is. */
export function useScenario(): Scenario | null {
  const scenario = useApp((s) => (s.result && !s.result.quick ? s.result.run.scenario : null));
  return scenario && light(scenario);
}

/** A question put, and its answer so far. How far the asking is changes often: who shows that listens to it alone. */
export interface Hold<Q extends QuestionId> {
  readonly asking: Asking<Q>;
  readonly answer: AnswerOf<Q> | null;
  readonly runs: number;
}

interface Options {
  readonly runs: number;
  readonly auto?: boolean; // begins by itself
}

/** A question about the scenario at hand, as its answer comes in. Stops when nobody looks any more. */
export function useAsked<Q extends QuestionId>(
  scenario: Scenario,
  question: Q,
  of: OfQuestion<Q>,
  { runs, auto = false }: Options,
): Hold<Q> {
  const seed = useApp((s) => s.history.now.seed);
  const key = JSON.stringify(of);
  const asking = useMemo(
    () => askingOf({ question, of: JSON.parse(key) as OfQuestion<Q>, scenario, seed, runs }),
    [question, key, scenario, seed, runs],
  );
  useEffect(() => {
    if (auto) asking.start();
    return asking.cancel;
  }, [asking, auto]);
  return { asking, answer: useObservable(asking.state, (s) => s.answer), runs };
}
