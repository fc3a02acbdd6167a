import type { Zone } from "../engine/scenario/zone.ts";
import type { MeterId } from "../engine/price.ts";
import type { HourWindow } from "../engine/scenario/tariff.ts";
import type { IsoDate } from "../engine/scenario/scenario.ts";
import type { Text } from "../engine/text/text.ts";

/** Prices of a list, per million tokens, or a month's fee, in the row's currency. */
export type RowPrices = { readonly [M in MeterId | "month"]?: number };

/** Prices of one window of hours. */
export interface WindowPrices {
  readonly zone: Zone;
  readonly window: HourWindow;
  readonly price: RowPrices;
}

interface Promoted {
  readonly from: IsoDate | null;
  readonly until: IsoDate; // the last day
  readonly price: RowPrices;
}

/** A list alone: no steps, no hours, no promotion. */
export const PLAIN = { steps: [], hours: [], promotions: [], batch: null } as const;

/** One price list of one product, as a file of prices has it. */
export interface PriceRow {
  readonly at: string; // where in the file: a line, or a key
  readonly vendor: string; // as the file names it
  readonly model: string;
  readonly product?: string; // vendor.product of a scenario, where the file says it
  readonly tier?: string;
  readonly date: IsoDate | null; // from which it holds; null: the file does not say
  readonly currency: string;
  readonly price: RowPrices;
  readonly steps: readonly { readonly above: number; readonly price: RowPrices }[]; // by length of the prompt [tokens]
  readonly hours: readonly WindowPrices[]; // of some hours of the week
  readonly promotions: readonly Promoted[]; // with a printed end
  readonly batch: number | null; // over list [1]
  readonly source?: string;
  readonly licence?: string;
}

/** A row that was left out, by name, and why. */
export interface Skipped {
  readonly at: string;
  readonly name: string;
  readonly why: Text;
}

export interface PriceFile {
  readonly format: Text;
  readonly licence: Text;
  readonly rows: readonly PriceRow[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly Text[]; // what was taken for granted to read it so, and what of it was not read
}

/** What every format collects. */
export interface Reading {
  readonly rows: PriceRow[];
  readonly skipped: Skipped[];
}

/** A price per token as one per million, without the noise of the product: 1.25e-06 is 1.25. */
export const perMillion = (perToken: number): number => Number((perToken * 1e6).toPrecision(12));

/** A number as JSON files write it, plain or as text; null for whatever is none. */
export function numeric(value: unknown): number | null {
  if (typeof value !== "number" && (typeof value !== "string" || value.trim() === "")) return null;
  const x = Number(value);
  return Number.isFinite(x) ? x : null;
}

/** The meters that a record gives, each under a name of its own; what is absent stays absent. */
export function metersFrom(
  from: Readonly<Record<string, unknown>>,
  keys: { readonly [M in MeterId]: string },
  scale: (x: number) => number = (x) => x,
): RowPrices {
  const found = Object.entries(keys).flatMap(([meter, key]) => {
    const value = numeric(from[key]);
    return value === null ? [] : [[meter, scale(value)] as const];
  });
  return Object.fromEntries(found);
}

export const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** Why a list cannot be taken, or null: both main meters are there, and none is below nothing. */
export function whyNot(price: RowPrices): Text | null {
  const values = Object.values(price);
  if (values.length === 0) return { en: "no price", zh: "没有价格" };
  if (values.some((x) => x < 0)) return { en: "a negative price stands for one that varies", zh: "负数表示价格不固定" };
  if (price.month !== undefined) return null;
  if (price.input === undefined) return { en: "no price of input", zh: "没有输入价" };
  if (price.output === undefined) return { en: "no price of output", zh: "没有输出价" };
  return null;
}
