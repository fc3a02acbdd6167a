import type { Price } from "../scenario/scenario.ts";
import type { Market } from "./market.ts";
import type { ListPrice } from "../tariff.ts";

/** Posts new list prices: users' volumes become stale, the move is remembered with its reason. No move if nothing changes. */
export function postPrice(market: Market, product: number, to: Price, rule: string, because: string): void {
  const { input, output, cached, stale } = market.products;
  const from = { input: input[product], output: output[product], cached: cached[product] };
  const hits = to.cached ?? (from.input > 0 ? (from.cached / from.input) * to.input : to.input);
  if (from.input === to.input && from.output === to.output && from.cached === hits) return;
  input[product] = to.input;
  output[product] = to.output;
  cached[product] = hits;
  stale[product] = 1;
  const apart = from.cached !== from.input || hits !== to.input;
  const listed = (price: Price, cachedInput: number): ListPrice => ({
    input: price.input,
    output: price.output,
    ...(apart && { cachedInput }),
  });
  market.moves.push({
    tick: market.tick,
    product,
    from: listed(from, from.cached),
    to: listed(to, hits),
    rule,
    because,
  });
}

/** List prices as an event posts them: what a move came to, to be posted once more. */
export const postedAgain = ({ input, output, cachedInput }: ListPrice): Price => ({
  input,
  output,
  ...(cachedInput !== undefined && { cached: cachedInput }),
});
