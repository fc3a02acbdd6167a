import { blend, type OwnProduct, type View } from "../market/view.ts";
import type { Plugin } from "../registry.ts";
import type { Parameters } from "../scenario/scenario.ts";
import type { Tariff } from "../model/market.ts";

/** A new list price for one product, with the reason as data (`gap:deepseek.v2`), shown to people as words. */
export interface Decision {
  readonly product: number;
  readonly to: Tariff;
  readonly because: string;
}

/** A pricing strategy: sees a view, keeps a memory of plain data, decides. One file each. */
export interface Strategy<P = Parameters, M = unknown> extends Plugin {
  /** Fresh memory, at the first tick; plain data, so that a market can be saved and forked. */
  remember(view: View, parameters: P): M;
  /** This tick's moves; may write to its own memory, to nothing else. */
  decide(view: View, parameters: P, memory: M): Decision[];
}

/** Price lists are read by people: this many significant digits, nothing below a thousandth of a unit. */
const DIGITS = 3;

/** Every vendor's decisions in plain steps: scales both meters alike, so that the ratio of output to input stays. */
export function scaled(tariff: Tariff, factor: number, digits = DIGITS): Tariff {
  return { input: postable(tariff.input * factor, digits), output: postable(tariff.output * factor, digits) };
}

export function postable(price: number, digits = DIGITS): number {
  if (price < 0.0005) return 0;
  let [step, most] = [0.001, 1];
  for (let k = 0; k < digits; k++) most *= 10;
  while (digits > DIGITS && price < (step * most) / 10) step /= 10; // finer lists go below a thousandth
  while (price >= step * most) step *= 10;
  const steps = Math.round(price / step);
  return step < 1 ? steps / Math.round(1 / step) : steps * step;
}

/** The tariff at which p's blended price is `price`; a product that was free gets the proportions of its costs. */
export function tariffAt(p: OwnProduct, price: number, digits = DIGITS): Tariff {
  if (p.price > 0) return scaled(p.tariff, price / p.price, digits);
  return p.unitCost > 0
    ? scaled(p.cost, price / blend(p.cost), digits)
    : scaled({ input: 1, output: 1 }, price, digits);
}
