import { useEffect, useState } from "react";
import { checkComparable, type Measured } from "../../engine/index.ts";
import { letterOf } from "../../words/names.ts";
import { whyText } from "../i18n/why.ts";
import { session } from "../store/app.ts";
import { type Choice, scenarioOf } from "../store/choices.ts";
import { keptRun, measuredRun } from "../store/measured-runs.ts";
import { pool } from "../store/pool.ts";
import { useOverUnknowns } from "../store/unknowns.ts";
import { type Arm, inMoneyOfA, type Paired, type Unopened } from "./paired.ts";

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

/** Runs every chosen scenario on the same draws, pair by pair; what is there can be read while the rest runs. */
export function usePaired(chosen: readonly Choice[], pairs: number, stopped: boolean): Paired {
  const drawn = useOverUnknowns();
  const [state, setState] = useState(EMPTY);
  const key = JSON.stringify(chosen.map(({ id, name }) => ({ id, name }))); // by content: the list is new each time
  useEffect(() => {
    const control = new AbortController();
    void (async () => {
      const opened = await openAll(JSON.parse(key) as Named[]);
      if (!control.signal.aborted)
        await stream(opened, pairs, { signal: control.signal, stopped, drawn, tell: setState });
    })();
    return () => control.abort();
  }, [key, pairs, stopped, drawn]);
  return state;
}

type Opened = Pick<Paired, "arms" | "unopened">;

type Named = Pick<Choice, "id" | "name">;

async function openAll(chosen: readonly Named[]): Promise<Opened> {
  const arms: Arm[] = [];
  const unopened: Unopened[] = [];
  for (const { id, name } of chosen) {
    try {
      const scenario = await scenarioOf(id);
      checkComparable([arms[0]?.scenario ?? scenario, scenario]);
      arms.push({ id, letter: letterOf(arms.length), name, scenario });
    } catch (error) {
      unopened.push({ name, why: whyText(error) });
    }
  }
  return { arms, unopened };
}

interface Streaming {
  readonly signal: AbortSignal;
  readonly stopped: boolean;
  readonly drawn: boolean;
  readonly tell: (state: Paired) => void;
}

async function stream(opened: Opened, pairs: number, { signal, stopped, drawn, tell }: Streaming): Promise<void> {
  const { seed } = session();
  const draws = Array.from({ length: pairs }, (_, replication) =>
    opened.arms.map(({ scenario }) => ({ scenario, seed, replication, drawn })),
  );
  const there = draws.flat().filter(keptRun).length;
  const began = performance.now();
  let [failed, error, told] = [0, "", 0];
  const now = (running: boolean): Paired => {
    const runs = opened.arms.map(() => [] as Measured[]);
    for (const pair of draws) {
      const measured = pair.map(keptRun);
      if (measured.every((m) => m !== undefined))
        measured.forEach((m, k) => runs[k].push(inMoneyOfA(m, opened.arms[k], opened.arms[0])));
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
