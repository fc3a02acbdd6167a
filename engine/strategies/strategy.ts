import { type OwnProduct, type View } from "../model/view.ts";
import type { Plugin } from "../registry.ts";
import type { Parameters } from "../scenario/scenario.ts";
import type { Tariff } from "../price.ts";
import { blend, DIGITS, scaled, type Price } from "../price.ts";

/** A new list price for one product, with the reason as data (`gap:deepseek.v2`), shown to people as words. */
export interface Decision {
  readonly product: number;
  readonly to: Price;
  readonly because: string;
}

/** A pricing strategy: sees a view, keeps a memory of plain data, decides. One file each. */
export interface Strategy<P = Parameters, M = unknown> extends Plugin {
  /** Fresh memory, at the first tick; plain data, so that a market can be saved and forked. */
  remember(view: View, parameters: P): M;
  /** This tick's moves; may write to its own memory, to nothing else. */
  decide(view: View, parameters: P, memory: M): Decision[];
}

/** The tariff at which p's blended price is `price`; a product that was free gets the proportions of its costs. */
export function tariffAt(p: OwnProduct, price: number, digits = DIGITS): Tariff {
  if (p.price > 0) return scaled(p.tariff, price / p.price, digits);
  return p.unitCost > 0
    ? scaled(p.cost, price / blend(p.cost), digits)
    : scaled({ input: 1, output: 1 }, price, digits);
}
