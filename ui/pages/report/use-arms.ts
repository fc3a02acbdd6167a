import { useEffect, useMemo, useRef, useState } from "react";
import type { Arm } from "../../../report/document/evidence.ts";
import { gather, type Named } from "../../../report/document/gather.ts";
import { browserPool } from "../../../workers/spawn-browser.ts";

export interface Runs {
  readonly arms: readonly Arm[] | null;
  readonly done: number; // 0 to 1
  readonly error: string | null; // "" when cancelled
  cancel(): void;
  again(): void;
}

interface Request {
  readonly named: readonly Named[] | null;
  readonly seed: string;
  readonly runs: number;
  readonly attempt: number;
}

type State = Pick<Runs, "arms" | "done" | "error">;

const WIDTH = Math.max(2, Math.min(4, navigator.hardwareConcurrency || 2));
const NOTHING: State = { arms: null, done: 0, error: null };

/** Runs every replication of the scenarios; anew when they, the seed or the number changes. */
export function useArms(named: readonly Named[] | null, seed: string, runs: number): Runs {
  const [attempt, setAttempt] = useState(0);
  const request = useMemo((): Request => ({ named, seed, runs, attempt }), [named, seed, runs, attempt]);
  const [told, setTold] = useState<{ readonly of: Request; readonly state: State } | null>(null);
  const stop = useRef(() => {});
  useEffect(() => {
    const control = new AbortController();
    stop.current = () => control.abort();
    void carryOut(request, control.signal, (state) => setTold({ of: request, state }));
    return () => control.abort();
  }, [request]);
  return {
    ...(told?.of === request ? told.state : NOTHING), // what was told of another request is over
    cancel: () => {
      stop.current();
      setTold({ of: request, state: { ...NOTHING, error: "" } });
    },
    again: () => setAttempt((k) => k + 1),
  };
}

async function carryOut({ named, seed, runs }: Request, signal: AbortSignal, tell: (s: State) => void): Promise<void> {
  if (!named) return;
  const pool = browserPool(WIDTH);
  const say = (state: State) => signal.aborted || tell(state);
  try {
    const arms = await gather(named, pool, { runs, seed, nash: false, signal, onProgress: (done) => say({ ...NOTHING, done }) }); // prettier-ignore
    say({ arms, done: 1, error: null });
  } catch (error) {
    say({ ...NOTHING, error: error instanceof Error ? error.message : String(error) });
  } finally {
    await pool.close();
  }
}
