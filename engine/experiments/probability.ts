/** How often something held over independent runs. */
export interface Probability {
  readonly runs: number;
  readonly share: number;
  readonly low: number; // 95 % confidence interval
  readonly high: number;
}

const Z = 1.959964;

/** Share of successes with Wilson's interval (1927), which stays inside [0, 1] and is honest at 0 and at 1. */
export function probability(successes: number, runs: number): Probability {
  if (runs === 0) return { runs, share: NaN, low: 0, high: 1 };
  const share = successes / runs;
  const spread = 1 + (Z * Z) / runs;
  const centre = (share + (Z * Z) / (2 * runs)) / spread;
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / runs + (Z * Z) / (4 * runs * runs));
  return { runs, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
