import { useEffect, useRef, useState } from "react";
import { type Debrief, debrief } from "../../../workers/debrief.ts";
import { pool } from "../../store/pool.ts";
import type { Played } from "./use-run.ts";

export interface Debriefing {
  readonly known: Partial<Debrief>;
  readonly done: number; // [0-1]
  readonly failed: string | null;
  stop(): void;
}

/** A debrief as its parts come in. Stops when nobody looks any more. */
export function useDebrief({ base, game }: Played, vendor: string): Debriefing {
  const [state, setState] = useState<Omit<Debriefing, "stop">>({ known: {}, done: 0, failed: null });
  const control = useRef<AbortController | null>(null);
  useEffect(() => {
    const mine = (control.current = new AbortController());
    const { signal } = mine;
    const tell = (more: Partial<Debrief>, done: number) => signal.aborted || setState((s) => ({ ...s, known: { ...s.known, ...more }, done })); // prettier-ignore
    debrief(pool, base, game, vendor, { signal, tell: (more, done) => void tell(more, done) }).catch(
      (error: unknown) => {
        if (!signal.aborted)
          setState((s) => ({ ...s, failed: error instanceof Error ? error.message : String(error) }));
      },
    );
    return () => mine.abort();
  }, [base, game, vendor]);
  const stop = () => {
    control.current?.abort();
    setState((s) => ({ ...s, done: 1 }));
  };
  return { ...state, stop };
}
