import { useEffect, useRef, useState } from "react";
import type { DebriefOptions } from "../../../experiments/debrief.ts";

export interface Working<Part> {
  readonly known: Partial<Part>;
  readonly done: number; // [0-1]
  readonly secondsLeft: number | null; // null: too early to say
  readonly failed: string | null;
  stop(): void;
}

/** What has been worked out to the end, by what it is of: to look again costs nothing. */
const finished = new Map<string, object>();

interface State<Part> {
  readonly known: Partial<Part>;
  readonly done: number;
  readonly secondsLeft: number | null;
  readonly failed: string | null;
}

/**
 * Work that has one part after another to tell, begun when a page shows it and stopped when nobody looks any more.
 * @param key says what it is of: the same key, the same parts
 */
export function useParts<Part extends object>(
  key: string,
  work: (options: Required<DebriefOptions<Part>>) => Promise<void>,
): Working<Part> {
  const [state, setState] = useState<State<Part>>(() => startOf<Part>(key));
  const control = useRef<AbortController | null>(null);
  const latest = useRef(work);
  useEffect(() => {
    if (finished.has(key)) return;
    const mine = (control.current = new AbortController());
    const began = performance.now();
    let known: Partial<Part> = {};
    const tell = (more: Partial<Part>, done: number) => {
      if (mine.signal.aborted) return;
      known = { ...known, ...more };
      if (done >= 1) finished.set(key, known);
      const seconds = (performance.now() - began) / 1000;
      const secondsLeft = seconds > 2 ? (seconds * (1 - done)) / done : null;
      setState({ known, done, secondsLeft, failed: null });
    };
    latest.current({ signal: mine.signal, tell }).catch((error: unknown) => {
      const failed = error instanceof Error ? error.message : String(error);
      if (!mine.signal.aborted) setState((s) => ({ ...s, failed }));
    });
    return () => mine.abort();
  }, [key]);
  const stop = () => {
    control.current?.abort();
    setState((s) => ({ ...s, done: 1 }));
  };
  return { ...state, stop };
}

function startOf<Part extends object>(key: string): State<Part> {
  const known = finished.get(key) as Partial<Part> | undefined;
  return { known: known ?? {}, done: known ? 1 : 0, secondsLeft: null, failed: null };
}
