/** How many of each, how many at a time, and how many at once. */
interface Turns {
  readonly all: number;
  readonly each: number;
  readonly lanes: number;
  readonly signal: AbortSignal;
}

/**
 * Makes numbered things of several kinds, a few of each kind at a time, since what compares kinds needs some of all.
 * Tells of each kind after its turn: all made of it so far. One that cannot be made ends its kind.
 */
export async function inTurns<T>(
  kinds: readonly ((k: number) => Promise<T>)[],
  { all, each, lanes, signal }: Turns,
  arrived: (kind: number, made: readonly T[]) => void,
): Promise<void> {
  const made = kinds.map((): T[] => []);
  for (let upTo = each; upTo <= all; upTo += each) {
    for (const [kind, make] of kinds.entries()) {
      let next = upTo - each;
      if (made[kind].length < next) continue;
      const turn: T[] = [];
      const lane = async () => {
        while (next < upTo && !signal.aborted) {
          const k = next++;
          turn[k - (upTo - each)] = await make(k);
        }
      };
      const whole = await Promise.all(Array.from({ length: lanes }, lane)).then(
        () => !signal.aborted,
        () => false, // cancelled, or the run itself fails and says so
      );
      if (signal.aborted) return;
      if (whole) arrived(kind, (made[kind] = [...made[kind], ...turn]));
    }
  }
}
