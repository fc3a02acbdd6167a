import { postPrice } from "../model/post-price.ts";
import { blend, scaled } from "../price.ts";
import type { Market, Model } from "../model/market.ts";
import { demandOf } from "../demand/demand-model.ts";
import { cartelPrices } from "../equilibrium/cartel.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { arenas, ownership } from "../demand/priced-market.ts";
import type { TokenPrice } from "../price.ts";

/** How everybody prices in a market that theory steers: in static competition, or as one. */
export type Pricing = "nash" | "cartel";

const EVERY_DAYS = 91;
/** Part of a profit that list prices, rounded as vendors round them, leave on the table anyway. */
const ENOUGH = 1e-3;

/**
 * Sets every product on sale to its Nash or cartel price of the day, every quarter and whenever
 * something comes to market: for `run`, on a scenario whose vendors hold their prices. A product that
 * was free gets its cost's proportions.
 */
export function steerPrices(model: Model, pricing: Pricing): (market: Market) => void {
  let due = 0;
  let onSale = -1;
  return (market) => {
    const now = market.products.live.reduce((n, live) => n + live, 0);
    if (market.day < due && now === onSale) return;
    due = market.day + EVERY_DAYS;
    onSale = now;
    const { game, products, price } = demandOf(model).priced(model, market);
    const theory =
      pricing === "cartel"
        ? cartelPrices(game, arenas(model, products))
        : priceEquilibrium(game, ownership(model, products), { enough: ENOUGH });
    products.forEach((j, k) => {
      postPrice(market, j, at(market, j, theory.price[k], price[k]), "theory", pricing);
    });
  };
}

function at({ products: { price: list, cost: unit } }: Market, j: number, price: number, now: number): TokenPrice {
  if (now > 0) return scaled({ input: list.input[j], output: list.output[j] }, price / now);
  const cost = { input: unit.input[j], output: unit.output[j] };
  return scaled(cost, price / blend(cost));
}
