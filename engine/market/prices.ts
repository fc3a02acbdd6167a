import type { Market, Tariff } from "../types.ts";

/** Posts new list prices: users' volumes become stale, the move is remembered with its reason. No move if nothing changes. */
export function postPrice(
  market: Market,
  product: number,
  to: Tariff & { readonly cached?: number },
  rule: string,
  because: string,
): void {
  const { input, output, cached, stale } = market.products;
  const from = { input: input[product], output: output[product] };
  const hits = to.cached ?? (from.input > 0 ? (cached[product] / from.input) * to.input : to.input);
  if (from.input === to.input && from.output === to.output && cached[product] === hits) return;
  input[product] = to.input;
  output[product] = to.output;
  cached[product] = hits;
  stale[product] = 1;
  market.moves.push({ tick: market.tick, product, from, to: { input: to.input, output: to.output }, rule, because });
}
