import type { Market, Model } from "../model/market.ts";

/**
 * From work to tokens: what buyers use is counted in tokens of work; each product bills as many as it needs for it, and
 * routed tasks are another product's. Cells of which neither is true stay as they are, to the bit.
 */
export function deliverTokens(model: Model, { flows, offers }: Market): void {
  const n = model.products.length;
  // `per` first: V8 would else take these for the hot loops' {tokens, free, surplus}, and box every number of theirs.
  const kinds = [
    { per: offers.tokensInput, tokens: flows.tokensInput, free: flows.freeInput },
    { per: offers.tokensOutput, tokens: flows.tokensOutput, free: flows.freeOutput },
  ];
  flows.routed.fill(0);
  for (const { tokens, free, per } of kinds) {
    const routed: { k: number; work: number }[] = [];
    for (let k = 0; k < tokens.length; k++) {
      if (offers.plain[k] === 1 || tokens[k] === 0) continue;
      const away = tokens[k] * offers.routed[k];
      if (away > 0) routed.push({ k: k - (k % n) + offers.routedTo[k], work: away });
      tokens[k] = (tokens[k] - away) * per[k];
      free[k] *= per[k];
    }
    for (const { k, work } of routed) {
      tokens[k] += work * per[k];
      flows.routed[k] += work * per[k];
    }
  }
}
