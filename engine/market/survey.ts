import { demandOf } from "../demand/demand-model.ts";
import { ownership } from "../demand/priced-market.ts";
import { priceOf } from "../price.ts";
import type { Market, Model } from "../model/market.ts";
import type { Survey, PublicProduct } from "../model/view.ts";

interface Surveyor {
  readonly v: number;
  readonly rivals: readonly PublicProduct[]; // as it sees them
  readonly worth: (product: number) => number; // of a Mtok sold, in addition to its price [money/Mtok]
}

/** How many people a survey asks: its error is that of a sample this large. */
const ASKED = 600;

export function surveyOf(model: Model, market: Market, by: Surveyor): Survey {
  const demand = demandOf(model);
  const { game, products } = demand.priced(model, costsLessWorth(model, market, by), ASKED);
  const { price } = demand.priced(model, asSeen(model, market, by), ASKED);
  return { game, products, owner: ownership(model, products), price };
}

/** What a sale is worth in addition to its price is a cost it saves. */
function costsLessWorth(model: Model, market: Market, { v, worth }: Surveyor): Market {
  const { cost: real } = market.products;
  const cost = { ...real, input: real.input.slice(), output: real.output.slice() };
  for (const { index: j, owner } of model.products) {
    if (owner !== v) continue;
    const each = worth(j);
    cost.input[j] -= each;
    cost.output[j] -= each;
  }
  return { ...market, products: { ...market.products, cost } };
}

/** A rival it has not looked at is known by the price it launched at. */
function asSeen(model: Model, market: Market, { v, rivals }: Surveyor): Market {
  const { price: real } = market.products;
  const price = { ...real, input: real.input.slice(), output: real.output.slice() };
  for (const { index, owner, product } of model.products) {
    if (owner === v) continue;
    const { tariff } = rivals.find((r) => r.index === index) ?? { tariff: priceOf(product.price) };
    price.input[index] = tariff.input;
    price.output[index] = tariff.output;
  }
  return { ...market, products: { ...market.products, price } };
}
