import type { Price } from "../price.ts";
import type { Market, Model } from "./market.ts";

/** A list price raised to what the law allows, whoever posts it; a floor is a price per token. */
export function lawful({ products }: Model, { floor }: Market, j: number, to: Price): Price {
  if (products[j].meter !== "token") return to;
  return { ...to, input: Math.max(to.input, floor.input), output: Math.max(to.output, floor.output) };
}
