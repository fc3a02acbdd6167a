import { useEffect, useMemo } from "react";
import type { AnswerOf, OfQuestion, QuestionId, Scenario } from "../../../engine/index.ts";
import { useApp } from "../../store/app.ts";
import { useObservable } from "../../store/observable.ts";
import { type Asking, askingOf } from "../../store/questions.ts";

/** Simulated agents of a run here. What moved prices needs fewer of them than the shares of small vendors do. */
export const AGENTS = 2000;

const lighter = new WeakMap<Scenario, Scenario>();

/** The scenario shown on Explore, with fewer agents. The same object as long as that one is. */
export function useScenario(): Scenario | null {
  const scenario = useApp((s) => (s.result && !s.result.quick ? s.result.run.scenario : null));
  if (!scenario) return null;
  const { demand } = scenario;
  if (demand.kind !== "mixed-logit" || demand.agents <= AGENTS) return scenario;
  if (!lighter.has(scenario)) lighter.set(scenario, { ...scenario, demand: { ...demand, agents: AGENTS } });
  return lighter.get(scenario)!;
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
