import type { View } from "../market/view.ts";
import type { Plugin } from "../registry.ts";
import type { Parameters } from "../scenario/scenario.ts";
import type { Tariff } from "../types.ts";

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

/** Every vendor's decisions in plain steps: scales both meters alike, so that the ratio of output to input stays. */
export function scaled(tariff: Tariff, factor: number): Tariff {
  return { input: postable(tariff.input * factor), output: postable(tariff.output * factor) };
}

/** Price lists are read by people: three significant digits, nothing below a thousandth of a unit. */
export function postable(price: number): number {
  if (price < 0.0005) return 0;
  let step = 0.001;
  while (price >= step * 1000) step *= 10;
  const digits = Math.round(price / step);
  return step < 1 ? digits / Math.round(1 / step) : digits * step;
}
