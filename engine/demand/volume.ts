import { exp, log } from "../math/elementary.ts";

/**
 * How much an agent uses of the product it holds. The marginal value of the x-th Mtok is v g ln(X/x), so at price p it
 * stops at x = X exp(-p/(v g)); there its surplus is v g x, less its fixed cost.
 */
export const volumeAtPrice = (satiation: number, price: number, worth: number): number =>
  satiation * exp(-price / worth);

/** What an agent with a weekly allowance uses, gets free, and gains. */
export interface AllowanceUse {
  readonly tokens: number; // [Mtok/week]
  readonly free: number; // part of them within the allowance
  readonly surplus: number; // value less the bill [money/week]
}

/**
 * M-16. The first `quota` a week are free. Who wants more pays the list price for the rest; where the product cannot be
 * paid for (list price 0), it stays at the quota. Gross value of x is v g x (1 + ln(X/x)).
 */
export function volumeWithAllowance(satiation: number, price: number, worth: number, quota: number): AllowanceUse {
  const paid = price > 0 ? volumeAtPrice(satiation, price, worth) : 0;
  const tokens = Math.max(Math.min(satiation, quota), paid);
  const free = Math.min(tokens, quota);
  if (tokens <= 0) return { tokens: 0, free: 0, surplus: 0 };
  const gain = satiation === tokens ? 1 : 1 + log(satiation / tokens); // ln 1 is 0: most stay within their quota
  return { tokens, free, surplus: worth * tokens * gain - price * (tokens - free) };
}
