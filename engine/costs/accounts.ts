/** The few sums of a serving account, so that published ones can be redone with what the market itself uses. */

/** What a fleet costs [money]. */
export const fleetCost = (gpus: number, hours: number, gpuPrice: number): number => gpus * hours * gpuPrice;

/** Sum of volume times price over meters [money], volumes in Mtok. */
export function revenueOf(meters: readonly { readonly volume: number; readonly price: number }[]): number {
  return meters.reduce((sum, { volume, price }) => sum + volume * price, 0);
}

/** Share of revenue that cost leaves. */
export const grossMargin = (revenue: number, cost: number): number => 1 - cost / revenue;

/** Profit over cost, the “cost-profit margin” of DeepSeek's account. */
export const returnOnCost = (revenue: number, cost: number): number => (revenue - cost) / cost;

/** The load, or the share of traffic that pays, at which revenue just covers cost. */
export const breakEvenShare = (revenue: number, cost: number): number => cost / revenue;
