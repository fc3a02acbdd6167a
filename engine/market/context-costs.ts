import { costModels } from "../costs/index.ts";
import type { Market, Model } from "../model/market.ts";
import type { TokenPrice } from "../price.ts";

const USUAL: TokenPrice = { input: 1, output: 1 };

/**
 * What product j's tokens cost for the length of the prompts it serves, over usual prompts: a mean over segments by the
 * flows of the last tick. Notes how far each segment's lie from it, so that who sends long prompts bears their memory.
 */
export function lengthCost(model: Model, market: Market, j: number): TokenPrice {
  const { byLength } = costModels.get(model.products[j].product.cost.kind);
  const { offers, flows } = market;
  const n = model.products.length;
  let plain = true;
  for (let k = j; k < offers.context.length; k += n) plain &&= offers.context[k] === 1;
  if (plain || !byLength) return USUAL;
  const mean = { input: meanOf(flows.tokensInput, "input"), output: meanOf(flows.tokensOutput, "output") };
  for (let k = j; k < offers.context.length; k += n) {
    const own = byLength(market.serving[j], offers.context[k]);
    offers.costInput[k] = own.input / mean.input;
    offers.costOutput[k] = own.output / mean.output;
  }
  return mean;

  function meanOf(tokens: Float64Array, kind: keyof TokenPrice): number {
    let [all, cost] = [0, 0];
    for (let k = j; k < tokens.length; k += n) {
      if (tokens[k] === 0) continue;
      all += tokens[k];
      cost += tokens[k] * byLength!(market.serving[j], offers.context[k])[kind];
    }
    return all > 0 ? cost / all : 1;
  }
}
