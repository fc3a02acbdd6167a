/** A value with its past and future. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

const DEPTH = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

export const push = <T>(h: History<T>, now: T): History<T> => ({
  past: [...h.past, h.now].slice(-DEPTH),
  now,
  future: [],
});

/** Changes the present without a step to undo: a slider on its way. */
export const replace = <T>(h: History<T>, now: T): History<T> => ({ ...h, now });

export function undo<T>(h: History<T>): History<T> {
  const now = h.past.at(-1);
  return now === undefined ? h : { past: h.past.slice(0, -1), now, future: [h.now, ...h.future] };
}

export function redo<T>(h: History<T>): History<T> {
  const [now, ...future] = h.future;
  return now === undefined ? h : { past: [...h.past, h.now], now, future };
}
