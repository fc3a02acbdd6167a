import { servedCost } from "../model/bill.ts";
import { demandOf } from "../demand/demand-model.ts";
import type { Market, Model } from "../model/market.ts";
import { blend, blendAs } from "../price.ts";

/** What one sale of a product costs, in the unit of its price, and how much use it stands for. */
interface SaleCost {
  readonly unitCost: number; // [money/Mtok], or a user's week [money/week]
  readonly perSale: number; // [Mtok]: 1, or what a user uses a week
}

const ASKED = 600; // people, where nobody has bought yet

/**
 * Long-run unit cost in the unit of the price. A month's price is held against what its users used last tick; before
 * there are any, against what those who may buy it would use.
 */
export function saleCost(model: Model, market: Market, j: number): SaleCost {
  const { meter } = model.products[j];
  const { input, output } = market.products.cost;
  const cost = { input: input[j], output: output[j] };
  if (meter !== "month") return { unitCost: blendAs(meter, cost), perSale: 1 };
  const { users, tokensInput, tokensOutput } = market.flows;
  let [people, tokens, money] = [0, 0, 0];
  for (let k = j; k < users.length; k += model.products.length) {
    people += users[k];
    tokens += tokensInput[k] + tokensOutput[k];
    money += servedCost(market, k, j);
  }
  if (people > 0 && tokens > 0) return { unitCost: money / people, perSale: tokens / people };
  const { game, products } = demandOf(model).priced(model, market, ASKED);
  const unitCost = game.cost[products.indexOf(j)] ?? NaN; // of what is not on sale nobody knows
  return { unitCost, perSale: unitCost / blend(cost) };
}
