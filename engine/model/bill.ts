import type { Meter } from "../scenario/scenario.ts";
import type { Market, ProductColumns } from "./market.ts";

/**
 * What a segment pays for a product [money/week]: tokens beyond the allowance at the price of a token billed, or
 * subscriptions, or a plan's fee with the tokens beyond its quota.
 */
export function bill(meter: Meter, { flows, offers }: Pick<Market, "flows" | "offers">, k: number): number {
  if (meter === "month" && offers.fee[k] === 0) return flows.users[k] * offers.input[k];
  const tokens =
    (flows.tokensInput[k] - flows.freeInput[k]) * offers.paidInput[k] +
    (flows.tokensOutput[k] - flows.freeOutput[k]) * offers.paidOutput[k] -
    flows.off[k];
  return offers.fee[k] === 0 ? tokens : flows.users[k] * offers.fee[k] + tokens;
}

type Served = Pick<Market, "flows" | "offers" | "products">;

/** What the tokens of a cell (segment x product j) cost at unit cost, cache hits and all [money/week]. */
export const servedCost = ({ flows, offers, products: { cost } }: Served, k: number, j: number): number =>
  flows.tokensInput[k] * inputCost({ offers, cost }, k, j) +
  flows.tokensOutput[k] * cost.output[j] * offers.costOutput[k];

/** An input token of a cell, on average over fresh ones, cache hits and cache writes [money/Mtok]. */
function inputCost(
  { offers, cost }: Pick<Market, "offers"> & Pick<ProductColumns, "cost">,
  k: number,
  j: number,
): number {
  const { cached, written, costInput } = offers;
  if (cached[k] === 0 && written[k] === 0) return cost.input[j] * costInput[k];
  const mean =
    (1 - cached[k] - written[k]) * cost.input[j] + cached[k] * cost.cached[j] + written[k] * cost.cacheWrite[j];
  return mean * costInput[k];
}

/** What a million tokens of work costs to serve, by kind, as a cell's product does it and those it is routed to. */
export function workCost(market: Served, products: number, k: number): { input: number; output: number } {
  const { routed, routedTo } = market.offers;
  const own = ownWorkCost(market, k, k % products);
  if (routed[k] === 0) return own;
  const j = routedTo[k];
  const other = ownWorkCost(market, k - (k % products) + j, j);
  const mix = (a: number, b: number) => (1 - routed[k]) * a + routed[k] * b;
  return { input: mix(own.input, other.input), output: mix(own.output, other.output) };
}

function ownWorkCost({ offers, products: { cost } }: Served, k: number, j: number): { input: number; output: number } {
  return {
    input: inputCost({ offers, cost }, k, j) * offers.tokensInput[k],
    output: cost.output[j] * offers.costOutput[k] * offers.tokensOutput[k],
  };
}
