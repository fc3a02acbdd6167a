/** How many messages one page may send: a burst, then so many a second. Nobody types faster; only programs do. */
const BURST = 40;
const A_SECOND = 10;

/** Says of each message whether it is within the pace. */
export function pace(now: () => number): () => boolean {
  let [left, last] = [BURST, now()];
  return () => {
    const at = now();
    left = Math.min(BURST, left + ((at - last) / 1000) * A_SECOND);
    last = at;
    if (left < 1) return false;
    left--;
    return true;
  };
}
