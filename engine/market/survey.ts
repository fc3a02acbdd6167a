import { demandOf } from "../demand/demand-model.ts";
import { ownership } from "../demand/priced-market.ts";
import type { Market, Model } from "../model/market.ts";
import type { Survey, PublicProduct } from "../model/view.ts";

export interface Surveyor {
  readonly v: number;
  readonly rivals: readonly PublicProduct[]; // as it sees them
  readonly worth: (product: number) => number; // of a Mtok sold, beside its price [money/Mtok]
}

/** How many people a survey asks: its error is that of a sample this large. */
const ASKED = 600;

export function surveyOf(model: Model, market: Market, by: Surveyor): Survey {
  const demand = demandOf(model);
  const { game, products } = demand.priced(model, costsLessWorth(model, market, by), ASKED);
  const { price } = demand.priced(model, asSeen(model, market, by), ASKED);
  return { game, products, owner: ownership(model, products), price };
}

/** What a sale is worth beside its price is a cost it saves. */
function costsLessWorth(model: Model, market: Market, { v, worth }: Surveyor): Market {
  const [costInput, costOutput] = [market.products.costInput.slice(), market.products.costOutput.slice()];
  for (const j of model.vendors[v].products) {
    const each = worth(j);
    costInput[j] -= each;
    costOutput[j] -= each;
  }
  return { ...market, products: { ...market.products, costInput, costOutput } };
}

/** A rival it has not looked at is known by the price it launched at. */
function asSeen(model: Model, market: Market, { v, rivals }: Surveyor): Market {
  const [input, output] = [market.products.input.slice(), market.products.output.slice()];
  for (const { index, vendor, product } of model.products) {
    if (vendor === v) continue;
    const { tariff } = rivals.find((r) => r.index === index) ?? { tariff: product.price };
    input[index] = tariff.input;
    output[index] = tariff.output;
  }
  return { ...market, products: { ...market.products, input, output } };
}
