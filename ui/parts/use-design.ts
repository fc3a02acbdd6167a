import { useEffect, useState } from "react";
import { type ExperimentSummary, SummaryStream } from "../../engine/index.ts";
import { runExperiment } from "../../experiments/experiment.ts";
import { type Row, runRow } from "../../experiments/run-rows.ts";
import type { OpenedDesign } from "../store/design.ts";
import { pool } from "../store/pool.ts";
import type { RunState } from "./run-bar.tsx";

/** What has come of a design so far. */
export interface DesignState extends RunState {
  readonly rows: readonly Row[]; // as the command line writes them, in order
  readonly summary: ExperimentSummary | null;
}

const TOLD_MS = 250;
const IDLE: DesignState = { rows: [], summary: null, done: 0, total: 0, running: false, secondsLeft: null };

/** Runs a design in the pool; rows arrive in order. Stopped, it keeps them; going on starts where it stopped. */
export function useDesign(opened: OpenedDesign | null, stopped: boolean): DesignState {
  const [state, setState] = useState(IDLE);
  const [kept] = useState(() => new WeakMap<OpenedDesign, { rows: Row[]; stream: SummaryStream }>());
  useEffect(() => {
    if (!opened) return;
    let so_far = kept.get(opened);
    if (!so_far) kept.set(opened, (so_far = { rows: [], stream: new SummaryStream(opened.plan, opened.map) }));
    const control = new AbortController();
    void fill(opened, so_far, { signal: control.signal, stopped, tell: setState });
    return () => control.abort();
  }, [opened, stopped, kept]);
  return state;
}

interface Filling {
  readonly signal: AbortSignal;
  readonly stopped: boolean;
  readonly tell: (state: DesignState) => void;
}

async function fill(
  { plan, realise }: OpenedDesign,
  { rows, stream }: { rows: Row[]; stream: SummaryStream },
  { signal, stopped, tell }: Filling,
): Promise<void> {
  const [began, before] = [performance.now(), rows.length];
  let told = began;
  const now = (running: boolean): DesignState => {
    const fresh = rows.length - before;
    const secondsLeft =
      running && fresh > 1 ? ((performance.now() - began) / 1000 / fresh) * (plan.runs - rows.length) : null;
    return { rows: [...rows], summary: stream.result(), done: rows.length, total: plan.runs, running, secondsLeft };
  };
  const left = Array.from({ length: plan.runs - before }, (_, k) => before + k);
  tell(now(!stopped && left.length > 0));
  if (stopped) return;
  try {
    for await (const outcome of runExperiment({ plan, realise }, left, pool, { signal })) {
      if (signal.aborted) return;
      rows.push(runRow(plan, outcome));
      stream.add(outcome.planned.run, outcome.measured?.values ?? null, outcome.error);
      if (performance.now() - told < TOLD_MS) continue;
      told = performance.now();
      tell(now(true));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return; // stopped: what has come stays
  }
  tell(now(false));
}
