import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Arm } from "../../../report/document/arm.ts";
import { gather, type Named, withReasons } from "../../../report/document/gather.ts";
import { inBoth, type Text } from "../../../engine/index.ts";
import { whyText } from "../../i18n/why.ts";
import { pool } from "../../store/pool.ts";
import { keeping } from "../../store/recorded-runs.ts";

export interface Runs {
  readonly arms: readonly Arm[] | null;
  readonly done: number; // 0 to 1
  readonly error: Text | null; // empty when cancelled
  cancel(): void;
  again(): void;
}

interface Request {
  readonly named: readonly Named[] | null;
  readonly seed: string;
  readonly runs: number;
  readonly swings: boolean; // also what the result hangs on
  readonly causes: boolean; // also what moved the number in focus
  readonly focus?: string;
  readonly drawn: boolean; // with draws of what is not known
  readonly attempt: number;
}

type State = Pick<Runs, "arms" | "done" | "error">;

const alike = [keeping(pool), keeping(pool, { drawn: true })]; // what another page has run is here
const NOTHING: State = { arms: null, done: 0, error: null };

interface Held {
  readonly request: Request;
  readonly arms: readonly Arm[];
}

/** Runs every replication of the scenarios, anew when they, the seed or the number changes. Finished runs stay. */
export function useArms(
  named: readonly Named[] | null,
  { seed, runs, swings, causes, focus, drawn }: Omit<Request, "named" | "attempt">,
): Runs {
  const [attempt, setAttempt] = useState(0);
  const held = useRef<Held | null>(null);
  const request = useMemo(
    (): Request => ({ named, seed, runs, swings, causes, focus, drawn, attempt }),
    [named, seed, runs, swings, causes, focus, drawn, attempt],
  );
  const [told, setTold] = useState<{ readonly of: Request; readonly state: State } | null>(null);
  const stop = useRef(() => {});
  useEffect(() => {
    const control = new AbortController();
    stop.current = () => control.abort();
    void carryOut(request, held, control.signal, (state) => setTold({ of: request, state }));
    return () => control.abort();
  }, [request]);
  return {
    ...(told?.of === request ? told.state : NOTHING), // what was told of another request is over
    cancel: () => {
      stop.current();
      setTold({ of: request, state: { ...NOTHING, error: inBoth("") } });
    },
    again: () => setAttempt((k) => k + 1),
  };
}

async function carryOut(
  request: Request,
  held: RefObject<Held | null>,
  signal: AbortSignal,
  tell: (s: State) => void,
): Promise<void> {
  if (!request.named) return;
  const known = held.current && sameRuns(held.current.request, request) ? held.current.arms : null;
  const say = (state: State) => signal.aborted || tell(state);
  const onProgress = (done: number) => void say({ ...NOTHING, done });
  const { named, seed, runs, swings, causes, focus, drawn } = request;
  const runner = alike[drawn ? 1 : 0];
  try {
    const arms = known
      ? await withReasons(known, runner, { swings, causes, focus, seed, signal, onRun: onProgress })
      : await gather(named, runner, { runs, seed, nash: false, swings, causes, focus, signal, onProgress });
    held.current = { request, arms };
    say({ arms, done: 1, error: null });
  } catch (error) {
    say({ ...NOTHING, error: whyText(error) });
  }
}

const sameRuns = (a: Request, b: Request): boolean =>
  a.named === b.named && a.seed === b.seed && a.runs === b.runs && a.drawn === b.drawn;
