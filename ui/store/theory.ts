import { GAIN } from "../../charts/data/measure-columns.ts";
import type { Run } from "../../charts/data/lines-of.ts";
import { type NashPrices, withAgents } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { browserPool } from "../../workers/spawn-browser.ts";
import { app, session } from "./app.ts";
import { observable, useObservable } from "./observable.ts";
import { type View, view } from "./view.ts";

/** Competition and collusion next to a run, every four weeks: worked out in a worker of its own once sliders rest. */
interface Theory {
  readonly run: Run | null; // the run it belongs to, with `nash` in its recording
  readonly of: Run | null; // the same as the charts know it
  readonly computing: boolean;
  readonly failed: boolean;
}

const EVERY_DAYS = 28;
const REST_MS = 500;
const KEPT = 12;
const AGENTS = 1000; // an equilibrium price needs no more

const theory = observable<Theory>({ run: null, of: null, computing: false, failed: false });
export const useTheory = (): Theory => useObservable(theory, (t) => t);

const isWanted = ({ theory: lines, upper, lower }: View): boolean => lines || upper === GAIN || lower === GAIN;

let pool: Runner | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
let control: AbortController | null = null;
let asked: Run | null = null;
const kept = new Map<string, readonly NashPrices[]>();

/** Follows the run that is shown. Costs nothing until somebody wants theory. */
export function followTheory(): () => void {
  const stops = [app.subscribe(update), view.subscribe(update)];
  update();
  return () => stops.forEach((stop) => stop());
}

function update(): void {
  const { result } = app.get();
  if (!isWanted(view.get()) || !result || result.quick || result.run === asked) return;
  asked = result.run;
  clearTimeout(rest);
  control?.abort();
  theory.set({ ...theory.get(), computing: true, failed: false });
  const run = result.run;
  rest = setTimeout(() => void compute(run), REST_MS);
}

async function compute(run: Run): Promise<void> {
  control = new AbortController();
  const { signal } = control;
  const { seed } = session();
  const key = `${seed}/${JSON.stringify(run.scenario)}`;
  try {
    pool ??= browserPool(1);
    const nash =
      kept.get(key) ??
      (await pool.run({ scenario: withAgents(run.scenario, AGENTS), seed, nashEvery: EVERY_DAYS }, { signal })).nash ??
      [];
    if (signal.aborted) return;
    keep(key, nash);
    theory.set({ run: { ...run, recording: { ...run.recording, nash } }, of: run, computing: false, failed: false });
  } catch {
    if (!signal.aborted) theory.set({ ...theory.get(), computing: false, failed: true });
  }
}

function keep(key: string, nash: readonly NashPrices[]): void {
  kept.delete(key);
  kept.set(key, nash);
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
}
