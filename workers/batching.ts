interface Limits {
  most(): number; // items sent together
  readonly places: number; // batches under way at once
}

/**
 * Sends items together, at most `most()` of them; each gets its own result. What is asked for while all places are
 * taken waits and goes together when one is free: whoever asks anew for each result that comes would otherwise be sent
 * alone for ever. A failure of the whole is a failure of each.
 */
export function batching<Item, Result>(
  { most, places }: Limits,
  send: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  const waiting: Waiting[] = [];
  let timer: ReturnType<typeof setImmediate> | null = null;
  let underWay = 0;
  const flush = () => {
    timer = null;
    while (waiting.length > 0 && underWay < places) {
      const batch = waiting.splice(0, Math.max(1, most()));
      underWay++;
      send(batch.map(({ item }) => item))
        .then(
          (results) => batch.forEach(({ resolve }, k) => resolve(results[k])),
          (error: unknown) => batch.forEach(({ reject }) => reject(error)),
        )
        .finally(() => {
          underWay--;
          timer ??= setImmediate(flush);
        });
    }
  };
  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      timer ??= setImmediate(flush);
    });
}
