import { exp, log } from "../../math/elementary.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { blend } from "../../price.ts";

/**
 * Price cuts are news, and news wakes people up. Each vendor that cuts adds the loudest of its cuts:
 * reach x salience of the tier x ln((old + pN)/(new + pN)). A launch below the cheapest comparable counts as a cut.
 */
export function hearNews(model: AgentModel, market: AgentMarket): void {
  const loudest = model.vendors.map(() => 0);
  const hear = (j: number, from: number, to: number) => {
    const { vendor, product } = model.products[j];
    const { salience, offset } = model.demand.news;
    const loud = (salience[product.tier] ?? 0) * log((from + offset) / (to + offset));
    loudest[vendor] = Math.max(loudest[vendor], model.vendors[vendor].vendor.reach * loud);
  };
  for (let k = market.moves.length - 1; k >= 0 && market.moves[k].tick === market.tick; k--) {
    const { product, from, to } = market.moves[k];
    hear(product, blend(from), blend(to));
  }
  for (const p of model.products) {
    if (p.launchTick !== market.tick || market.products.live[p.index] === 0) continue;
    const rival = cheapestComparable(model, market, p.index);
    if (rival < Infinity) hear(p.index, rival, listPrice(market, p.index));
  }
  for (const loud of loudest) market.news += loud;
}

/** News is forgotten at a constant rate. */
export function fadeNews(model: AgentModel, market: AgentMarket): void {
  market.news *= exp(-model.demand.news.decay * model.dt);
}

const listPrice = (
  {
    products: {
      price: { input, output },
    },
  }: AgentMarket,
  j: number,
) => blend({ input: input[j], output: output[j] });

function cheapestComparable(model: AgentModel, market: AgentMarket, j: number): number {
  const { live, lnQuality } = market.products;
  const { band } = model.demand.news;
  let least = Infinity;
  for (const p of model.products) {
    const rival = p.vendor !== model.products[j].vendor && p.product.arena === model.products[j].product.arena;
    if (!rival || live[p.index] === 0 || lnQuality[p.index] < lnQuality[j] - band) continue;
    const price = listPrice(market, p.index);
    if (price > 0) least = Math.min(least, price);
  }
  return least;
}
