/**
 * Sends items together that are asked for at about the same time, at most `most()` of them; each gets its own result.
 * A failure of the whole is a failure of each.
 */
export function batching<Item, Result>(
  most: () => number,
  send: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setImmediate> | null = null;
  const flush = () => {
    timer = null;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, Math.max(1, most()));
      send(batch.map(({ item }) => item)).then(
        (results) => batch.forEach(({ resolve }, k) => resolve(results[k])),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      );
    }
    waiting = [];
  };
  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      timer ??= setImmediate(flush);
    });
}
