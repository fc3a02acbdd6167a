/** Draws of one schedule: the same seed is the same schedule, on any machine. */
export interface Draws {
  /** Below 1. */
  share(): number;
  /** From 0, below n. */
  below(n: number): number;
  of<T>(all: readonly T[]): T;
}

export function draws(seed: number): Draws {
  let x = Math.imul(seed, 2_654_435_761) | 1;
  const share = () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
    return (x >>> 8) / 0x1000000;
  };
  const below = (n: number) => Math.floor(share() * n);
  return { share, below, of: (all) => all[below(all.length)] };
}

/** How often each fault was tried, and that nothing came of it. */
export class Tally {
  readonly #counts = new Map<string, number>();

  note(fault: string): void {
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + 1);
  }

  get counts(): readonly (readonly [fault: string, times: number])[] {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}
