import { useEffect, useState } from "react";
import type { Measured, Scenario } from "../../engine/index.ts";
import { session } from "../store/app.ts";
import { type Choice, scenarioOf } from "../store/choices.ts";
import { keptRun, measuredRun } from "../store/measured-runs.ts";
import { pool } from "../store/pool.ts";

/** One scenario of a comparison. */
export interface Arm {
  readonly id: string;
  readonly letter: string; // A is what the others are held against
  readonly name: string;
  readonly scenario: Scenario;
}

export interface Paired {
  readonly arms: readonly Arm[];
  readonly runs: readonly (readonly Measured[])[]; // arm x pair: only pairs that all arms have
  readonly done: number; // single runs
  readonly total: number;
  readonly running: boolean;
  readonly secondsLeft: number | null;
  readonly failed: number;
  readonly error: string; // why the first failed
  readonly unopened: readonly { readonly name: string; readonly why: string }[];
}

const EMPTY: Paired = {
  arms: [],
  runs: [],
  done: 0,
  total: 0,
  running: false,
  secondsLeft: null,
  failed: 0,
  error: "",
  unopened: [],
};
const TOLD_MS = 200; // between redraws while runs stream in

export const letterOf = (k: number): string => String.fromCharCode(65 + k);

/** Runs every chosen scenario on the same draws, pair by pair; what is there can be read while the rest runs. */
export function usePaired(chosen: readonly Choice[], pairs: number, stopped: boolean): Paired {
  const [state, setState] = useState(EMPTY);
  const key = JSON.stringify(chosen.map(({ id, name }) => ({ id, name }))); // by content: the list is new each time
  useEffect(() => {
    const control = new AbortController();
    void (async () => {
      const opened = await openAll(JSON.parse(key) as Named[]);
      if (!control.signal.aborted) await stream(opened, pairs, { signal: control.signal, stopped, tell: setState });
    })();
    return () => control.abort();
  }, [key, pairs, stopped]);
  return state;
}

type Opened = Pick<Paired, "arms" | "unopened">;

type Named = Pick<Choice, "id" | "name">;

async function openAll(chosen: readonly Named[]): Promise<Opened> {
  const arms: Arm[] = [];
  const unopened: { name: string; why: string }[] = [];
  for (const { id, name } of chosen) {
    try {
      arms.push({ id, letter: letterOf(arms.length), name, scenario: await scenarioOf(id) });
    } catch (error) {
      unopened.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { arms, unopened };
}

interface Streaming {
  readonly signal: AbortSignal;
  readonly stopped: boolean;
  readonly tell: (state: Paired) => void;
}

async function stream(opened: Opened, pairs: number, { signal, stopped, tell }: Streaming): Promise<void> {
  const { seed } = session();
  const draws = Array.from({ length: pairs }, (_, replication) =>
    opened.arms.map(({ scenario }) => ({ scenario, seed, replication })),
  );
  const there = draws.flat().filter(keptRun).length;
  const began = performance.now();
  let [failed, error, told] = [0, "", 0];
  const now = (running: boolean): Paired => {
    const runs = opened.arms.map(() => [] as Measured[]);
    for (const pair of draws) {
      const measured = pair.map(keptRun);
      if (measured.every((m) => m !== undefined)) measured.forEach((m, k) => runs[k].push(m));
    }
    const done = draws.flat().filter(keptRun).length;
    const total = draws.length * opened.arms.length;
    const fresh = done - there;
    const secondsLeft = running && fresh > 1 ? ((performance.now() - began) / 1000 / fresh) * (total - done) : null;
    return { ...opened, runs, done, total, running, secondsLeft, failed, error };
  };
  tell(now(!stopped && there < draws.length * opened.arms.length));
  if (stopped) return;
  await Promise.all(
    draws.flat().map(async (draw) => {
      try {
        await measuredRun(draw, pool, signal);
      } catch (reason) {
        if (signal.aborted) return;
        failed++;
        error ||= reason instanceof Error ? reason.message : String(reason);
      }
      if (signal.aborted || performance.now() - told < TOLD_MS) return;
      told = performance.now();
      tell(now(true));
    }),
  );
  if (!signal.aborted) tell(now(false));
}
