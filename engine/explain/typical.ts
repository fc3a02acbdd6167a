import type { Recording } from "../recording/recorder.ts";
import { anatomy, type War } from "./anatomy.ts";
import type { Span } from "../benchmarks/nash-prices.ts";

/** The war of the replication of median severity, and how much replications differ. */
export interface TypicalWar extends War {
  readonly replication: number;
  readonly wars: number; // replications with one
  readonly severityRange: readonly [number, number]; // of all of them
}

/** Null where no replication has a war. One run is an anecdote; the median one is a fair example. */
export const typicalWar = (runs: readonly Recording[], span: Span): TypicalWar | null =>
  medianWar(runs.map((r) => anatomy(r, span)));

/** The same from each replication's war. */
export function medianWar(wars: readonly (War | null)[]): TypicalWar | null {
  const all = wars.flatMap((war, replication) => (war ? [{ ...war, replication }] : []));
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a.severity - b.severity);
  const range = [sorted[0].severity, sorted[sorted.length - 1].severity] as const;
  return { ...sorted[Math.floor(sorted.length / 2)], wars: all.length, severityRange: range };
}
