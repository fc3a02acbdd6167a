import { type OwnProduct, type View } from "../model/view.ts";
import type { ParameterTable, Plugin, ValuesOf } from "../registry.ts";
import type { Text } from "../text/text.ts";
import type { Tariff } from "../scenario/tariff.ts";
import type { Parameters } from "../scenario/scenario.ts";
import type { TokenPrice } from "../price.ts";
import { blend, DIGITS, monthOf, postable, scaled, type Price, weekOf } from "../price.ts";

/**
 * A new list price for one product. The reason is one of the strategy's own, with the product or vendor that it is
 * about (`gap:deepseek.v2`); reports put it in words.
 */
export interface Decision<R extends string = string> {
  readonly product: number;
  readonly to: Price;
  readonly because: R | `${R}:${string}`;
  /** How the list becomes a bill from now on; absent: as before. */
  readonly tariff?: Tariff;
}

/** Reasons for moves, in words; `{x}` stands for the product or vendor that a reason is about. */
export type Reasons<R extends string = string> = Readonly<Record<R, Text>>;

/** A pricing strategy: sees a view, keeps a memory of plain data, decides. One file each, made by `strategy`. */
export interface Strategy extends Plugin {
  readonly reasons?: Reasons; // a plugin without them shows its reasons as they are
  /** Fresh memory, at the first tick; plain data, so that a market can be saved and forked. */
  remember(view: View, parameters: Parameters): unknown;
  /** This tick's moves; may write to its own memory, to nothing else. */
  decide(view: View, parameters: Parameters, memory: unknown): Decision[];
}

/** What a strategy's author writes: parameters and reasons have the types of their tables. */
interface Written<T extends ParameterTable, R extends string, M> extends Plugin {
  readonly parameters: T;
  readonly reasons: Reasons<R>;
  remember(view: View, parameters: ValuesOf<T>): M;
  decide(view: View, parameters: ValuesOf<T>, memory: M): Decision<NoInfer<R>>[];
}

/** A strategy from its tables: scenario files, forms, help and reports know it from them. */
export const strategy = <const T extends ParameterTable, const R extends string, M>(
  written: Written<T, R, M>,
): Strategy => written as Strategy;

/**
 * The tariff at which p's price is `price`, in steps as price lists have them: a month's are those of a month. Tokens
 * that were free get the proportions of their costs.
 */
export function tariffAt(p: OwnProduct, price: number, digits = DIGITS): TokenPrice {
  if (p.meter === "month") return { input: weekOf(postable(monthOf(price), digits)), output: 0 };
  if (p.meter === "second" && p.price === 0) return { input: postable(price, digits), output: 0 };
  if (p.price > 0) return scaled(p.tariff, price / p.price, digits);
  return p.unitCost > 0
    ? scaled(p.cost, price / blend(p.cost), digits)
    : scaled({ input: 1, output: 1 }, price, digits);
}
