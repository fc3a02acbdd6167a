import { log } from "../math/elementary.ts";

type CapacityOutcome =
  | { readonly region: "Cournot/clearing" | "Bertrand"; readonly price: number; readonly profit: number }
  | {
      readonly region: "mixed";
      readonly low: number;
      readonly high: number;
      readonly profit: number;
      readonly mean: number; // E price
      readonly cdf: (p: number) => number;
    };

/**
 * Two firms of capacity k each, demand 1 - p, no cost, efficient rationing (Levitan & Shubik 1972, International
 * Economic Review 13; Kreps & Scheinkman 1983). Small capacities clear the market, large ones bring price to cost; in
 * between each draws its price at random from [low, high], where every price earns the same.
 */
export function capacityPricing(k: number): CapacityOutcome {
  if (k <= 1 / 3) return { region: "Cournot/clearing", price: 1 - 2 * k, profit: k * (1 - 2 * k) };
  if (k >= 1) return { region: "Bertrand", price: 0, profit: 0 };
  const high = (1 - k) / 2; // the best price against a rival that sells its whole capacity
  const profit = high * high;
  const low = profit / k; // selling out below everybody earns as much
  // p [(1-F) k + F (1-p-k)] = profit
  const cdf = (p: number) => (p <= low ? 0 : p >= high ? 1 : (k - profit / p) / (2 * k - 1 + p));
  return { region: "mixed", low, high, profit, mean: meanPrice(k, low, high, profit), cdf };
}

/** E p = low + integral of 1 - F, with 1 - F = (profit/p - (1-k-p))/(p - r) and r = 1 - 2k: elementary. */
function meanPrice(k: number, low: number, high: number, profit: number): number {
  const r = 1 - 2 * k;
  if (Math.abs(r) < 1e-9) return low + profit * (1 / low - 1 / high) - (1 - k) * log(high / low) + (high - low);
  const part = (p: number) => (profit / r) * (log(Math.abs(p - r)) - log(p)) - k * log(Math.abs(p - r)) + p;
  return low + part(high) - part(low);
}
