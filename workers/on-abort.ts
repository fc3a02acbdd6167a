/** Who waits for a signal: one listener for all, since Node warns of a leak at the eleventh. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls back when the signal aborts, until the returned function is called: one signal may see millions of runs. */
export function onAbort(signal: AbortSignal, hear: () => void): () => void {
  const hearers = waiting.get(signal) ?? listened(signal);
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function listened(signal: AbortSignal): Set<() => void> {
  const hearers = new Set<() => void>();
  waiting.set(signal, hearers);
  const tell = () => {
    for (const hear of hearers) hear();
    hearers.clear();
  };
  signal.addEventListener("abort", tell, { once: true });
  return hearers;
}
