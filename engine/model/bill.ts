import type { Meter } from "../scenario/scenario.ts";
import type { Market } from "./market.ts";

/**
 * What a segment pays for a product [money/week]: tokens beyond the allowance at the offer's price, or subscriptions.
 */
export const bill = (meter: Meter, { flows, offers }: Pick<Market, "flows" | "offers">, k: number): number =>
  meter === "month"
    ? flows.users[k] * offers.input[k]
    : (flows.tokensInput[k] - flows.freeInput[k]) * offers.input[k] +
      (flows.tokensOutput[k] - flows.freeOutput[k]) * offers.output[k];
