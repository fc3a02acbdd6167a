import { answering } from "../tariff/answers.ts";
import type { Market, Model, SegmentSpec } from "../model/market.ts";

/**
 * Tasks that a cheaper model would do as well go to the cheapest product of the same vendor, the more the dearer the
 * main one is. So a rise of a flagship's price sends work down a tier before it is given up; buyers weigh what both
 * cost them together.
 */
export function routeTasks(model: Model, market: Market, s: SegmentSpec): void {
  const { offers, products } = market;
  const at = s.index * model.products.length;
  for (const j of s.products) {
    const k = at + j;
    if (model.products[j].meter !== "token") continue;
    const to = routable(offers.quota[k]) ? lighter(model, market, s, j) : -1;
    const price = workPrice(market, s, k);
    const part = to < 0 ? 0 : answering(s.segment.traffic.answers.route, price / workPrice(market, s, at + to));
    const [input, output] = [own(market, k, "input"), own(market, k, "output")];
    const l = at + Math.max(0, to);
    const mixed = {
      input: part === 0 ? input : (1 - part) * input + part * own(market, l, "input"),
      output: part === 0 ? output : (1 - part) * output + part * own(market, l, "output"),
    };
    if (mixed.input === offers.input[k] && mixed.output === offers.output[k] && part === offers.routed[k]) continue;
    offers.input[k] = mixed.input;
    offers.output[k] = mixed.output;
    offers.routed[k] = part;
    offers.routedTo[k] = part > 0 ? to : -1;
    offers.plain[k] = 0;
    products.stale[j] = 1;
  }
}

/** A quota is counted product by product: nothing is routed away from one. */
const routable = (quota: number): boolean => quota === 0;

/** Price of work done by a cell's own product [money/Mtok]. */
const own = ({ offers }: Market, k: number, kind: "input" | "output"): number =>
  kind === "input" ? offers.paidInput[k] * offers.tokensInput[k] : offers.paidOutput[k] * offers.tokensOutput[k];

const workPrice = (market: Market, { outputShare }: SegmentSpec, k: number): number =>
  (1 - outputShare) * own(market, k, "input") + outputShare * own(market, k, "output");

/** The cheapest product of the same vendor on sale to the segment; -1 where none is cheaper. */
function lighter(model: Model, market: Market, s: SegmentSpec, j: number): number {
  const at = s.index * model.products.length;
  let [best, least] = [-1, workPrice(market, s, at + j)];
  for (const other of model.vendors[model.vendorOf[j]].products) {
    if (model.products[other].meter !== "token" || market.products.live[other] === 0) continue;
    if (!s.products.includes(other) || !routable(market.offers.quota[at + other])) continue;
    const price = workPrice(market, s, at + other);
    if (price < least) [best, least] = [other, price];
  }
  return best;
}
