/**
 * What all replications give, asked at once: a pool does as many at a time as it is wide. `told` hears how far they are
 * together [0-1], each of them counting the same.
 */
export function replicate<T>(
  runs: number,
  one: (replication: number, onProgress: (share: number) => void) => Promise<T>,
  told?: (share: number) => void,
): Promise<T[]> {
  const done = new Float64Array(runs);
  const hear = (replication: number, share: number) => {
    done[replication] = share;
    told?.(done.reduce((a, b) => a + b, 0) / runs);
  };
  return Promise.all(
    Array.from({ length: runs }, async (_, replication) => {
      const result = await one(replication, (share) => hear(replication, share));
      hear(replication, 1);
      return result;
    }),
  );
}
