/**
 * Results that may be wanted again, by what they were computed from. The least recently used go first where all
 * together weigh more than `capacity`; the last one always stays.
 */
export class Cache<T> {
  private readonly kept = new Map<string, T>();
  private readonly capacity: number;
  private readonly weigh: (value: T) => number;

  constructor(capacity: number, weigh: (value: T) => number) {
    this.capacity = capacity;
    this.weigh = weigh;
  }

  get(key: string, make: () => T): T {
    const value = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, value);
    let weight = 0;
    for (const [old, kept] of [...this.kept].toReversed()) {
      weight += this.weigh(kept);
      if (weight > this.capacity && old !== key) this.kept.delete(old);
    }
    return value;
  }

  /** The most recently used of those that are `like` what is wanted. */
  newest(like: (value: T) => boolean): T | undefined {
    return [...this.kept.values()].findLast(like);
  }

  get size(): number {
    return this.kept.size;
  }
}

/**
 * Text that is the same for two plain values if, and only if, they are. JSON alone would take NaN and infinities for
 * null, -0 for 0, and typed arrays for objects.
 */
export const keyOf = (value: unknown): string => JSON.stringify(value, plain);

function plain(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
    return `#${Object.is(value, -0) ? "-0" : value}`;
  return value;
}
