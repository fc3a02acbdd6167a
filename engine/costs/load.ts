/** How demand moves over a day. */
export interface Day {
  readonly peakToMean: number; // of demand, >= 1
  readonly deferrable: number; // share of volume that can wait for the night [0-1]
  readonly headroom: number; // share of the fleet kept free at the peak [0-1)
}

/**
 * Mean use over provisioned capacity, M-8. Jobs that can wait fill the valley, so the fleet need only cover the rest's
 * peak, and never less than the mean: load = (1 - headroom) / max(1, (1 - deferrable) peak/mean).
 */
export function loadFactor({ peakToMean, deferrable, headroom }: Day): number {
  return (1 - headroom) / Math.max(1, (1 - deferrable) * peakToMean);
}

/**
 * Share of volume that an off-peak discount moves: whoever can wait has an inconvenience cost spread evenly from 0 to
 * `patience` (as a share of the price), and waits if the discount exceeds it.
 */
export function deferredShare(deferrable: number, discount: number, patience: number): number {
  return deferrable * Math.min(1, Math.max(0, discount) / patience);
}

/** Peak and off-peak prices that together earn `mean` a token, when `offPeak` of the volume pays `discount` less. */
export function peakTariff(mean: number, offPeak: number, discount: number): { peak: number; offPeak: number } {
  const peak = mean / (1 - offPeak * discount);
  return { peak, offPeak: peak * (1 - discount) };
}
