import { exp, log } from "../../math/elementary.ts";

/**
 * How much an agent uses of the product it holds. The marginal value of the x-th Mtok is v g ln(X/x), so at price p it
 * stops at x = X exp(-p/(v g)); there its surplus is v g x, less its fixed cost.
 */
export const volumeAtPrice = (satiation: number, price: number, worth: number): number =>
  satiation * exp(-price / worth);

/** The same where nothing can be bought at a price of 0. */
export const volumePaidFor = (satiation: number, price: number, worth: number): number =>
  price > 0 ? volumeAtPrice(satiation, price, worth) : 0;

/** What an agent with a weekly allowance uses, gets free, and gains. */
export interface AllowanceUse {
  tokens: number; // [Mtok/week]
  free: number; // part of them within the allowance
  surplus: number; // value less the bill [money/week]
}

/** What an agent's use under an allowance hangs on. */
export interface AllowanceTerms {
  satiation: number; // volume [Mtok/week]
  price: number; // [money/Mtok]
  worth: number; // v g [money/Mtok]
  quota: number; // [Mtok/week]
  paid: number; // volume it would pay for without a quota [Mtok/week]
}

/**
 * M-16. The first `quota` a week are free. Who wants more pays the list price for the rest; where the product cannot be
 * paid for (list price 0), it stays at the quota. Gross value of x is v g x (1 + ln(X/x)). Fills in and returns `use`.
 */
export function volumeWithAllowance(
  { satiation, price, worth, quota, paid }: AllowanceTerms,
  use: AllowanceUse,
): AllowanceUse {
  const tokens = Math.max(Math.min(satiation, quota), paid);
  if (tokens <= 0) {
    use.tokens = 0;
    use.free = 0;
    use.surplus = 0;
    return use;
  }
  const gain = satiation === tokens ? 1 : 1 + log(satiation / tokens); // ln 1 is 0: most stay within their quota
  use.tokens = tokens;
  use.free = Math.min(tokens, quota);
  use.surplus = worth * tokens * gain - price * (tokens - use.free);
  return use;
}

/** ln of no surplus, in single precision's reach. */
export const NOTHING = -1e6;

/** ln of the surplus with the allowance over that of paying for every token, v g X exp(-p/(v g)). */
export function gainOfAllowance(terms: AllowanceTerms, use: AllowanceUse): number {
  const { surplus } = volumeWithAllowance(terms, use);
  if (surplus <= 0) return NOTHING;
  const whole = terms.worth * terms.satiation;
  return (surplus === whole ? 0 : log(surplus / whole)) + terms.price / terms.worth; // most are within their quota
}
