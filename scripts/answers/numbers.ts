import { quantile, type Wedge } from "../../engine/index.ts";
import { money } from "../../words/format.ts";
import type { KnockOuts } from "./material.ts";

/** Numbers of the page as text. */

export const yuan = (x: number): string => money(x, "CNY", "en");

export const interval = ({ low, high }: Wedge, show: (x: number) => string): string => `[${show(low)}, ${show(high)}]`;

/** How an output differs without what was taken out. */
export const wedgeOf = ({ knockOuts }: KnockOuts, path: string): Wedge =>
  knockOuts[0].wedges.find((w) => w.path === path)!;

/** The middle, and eight of ten runs. */
export const spread = (x: readonly number[], middle: number, show: (x: number) => string): string =>
  `${show(middle)} (${show(quantile(x, 0.1))} to ${show(quantile(x, 0.9))})`;

export const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;
