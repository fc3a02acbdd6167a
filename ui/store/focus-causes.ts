import type { Causes, Focus, Scenario } from "../../engine/index.ts";
import { findCauses } from "../../report/document/causes.ts";
import { session } from "./app.ts";
import { type Observable, observable, useObservable } from "./observable.ts";
import { once } from "./once.ts";
import { pool } from "./pool.ts";

/** How far the search for what moved the number in focus has come. */
interface Searched {
  readonly causes: Causes | null;
  readonly done: number; // 0 to 1
  readonly running: boolean;
  readonly failed: string | null;
}

interface Search {
  readonly state: Observable<Searched>;
  start(): void;
}

const NOTHING: Searched = { causes: null, done: 0, running: false, failed: null };
const searches = once<Scenario, Map<string, Search>>(() => new Map());

/** The search of a scenario's number: the same each time, so that what was found once is there at once. */
export function focusCauses(scenario: Scenario, base: Scenario | null, focus: Focus): Search {
  const known = searches(scenario);
  const key = JSON.stringify([focus, base?.id ?? null]);
  const found = known.get(key) ?? newSearch(scenario, base, focus);
  known.set(key, found);
  return found;
}

function newSearch(scenario: Scenario, base: Scenario | null, focus: Focus): Search {
  const state = observable<Searched>(NOTHING);
  const start = async () => {
    if (state.get().running || state.get().causes) return;
    state.set({ ...NOTHING, running: true });
    const onRun = (done: number) => state.set({ ...state.get(), done });
    try {
      const causes = await findCauses(scenario, base, focus, pool, { seed: session().seed, onRun });
      state.set({ causes, done: 1, running: false, failed: null });
    } catch (error) {
      state.set({ ...NOTHING, failed: error instanceof Error ? error.message : String(error) });
    }
  };
  return { state, start: () => void start() };
}

export const useFocusCauses = ({ state, start }: Search): Searched & Pick<Search, "start"> => ({
  ...useObservable(state, (s) => s),
  start,
});
