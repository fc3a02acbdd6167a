import type { Traffic } from "../costs/replicas.ts";
import type { Market, Model, VendorSpec } from "../model/market.ts";
import { productTokens } from "./view.ts";
import { INPUT_WEIGHT } from "../price.ts";

/** A vendor's first-party tokens by product, spread as its external ones are [Mtok/week]. */
export function captiveTokens(model: Model, market: Market, { products, captive }: VendorSpec): number[] {
  const spread = products.map((j) => productTokens(market, j, model.products.length));
  let all = 0;
  for (let k = 0; k < spread.length; k++) all += spread[k];
  const total = captive[Math.max(0, market.tick)];
  for (let k = 0; k < spread.length; k++) spread[k] = total * (all > 0 ? spread[k] / all : 1 / spread.length);
  return spread;
}

/** What each of a vendor's products serves, first-party tokens included, by the flows of the last tick. */
export function vendorTraffic(model: Model, market: Market, vendor: VendorSpec): Traffic[] {
  const captive = captiveTokens(model, market, vendor);
  const { tokensInput, tokensOutput } = market.flows;
  const n = model.products.length;
  return vendor.products.map((j, k) => {
    let input = captive[k] * INPUT_WEIGHT;
    let output = captive[k] * (1 - INPUT_WEIGHT);
    for (let cell = j; cell < tokensInput.length; cell += n) {
      input += tokensInput[cell];
      output += tokensOutput[cell];
    }
    return { input, output };
  });
}
