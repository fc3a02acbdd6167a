import { decodeText, type Language } from "../../engine/index.ts";
import { csvOf } from "../../prices/csv.ts";
import { planOf } from "../../prices/plan.ts";
import { type Preview, previewOf } from "../../prices/preview.ts";
import { readPriceFile, readPrices } from "../../prices/read.ts";
import type { PriceFile } from "../../prices/row.ts";
import { scenarioTextOf } from "../../prices/scenario-text.ts";
import { libraryBase } from "./bases.ts";
import { OWN, type Session } from "./session.ts";

/** Prices that a person brought: a file by its name, or a paste. */
export interface Brought {
  readonly name: string;
  readonly file: PriceFile;
}

/** A file of prices, or null for another: a scenario, most likely. */
export async function pricesOf(given: File): Promise<Brought | null> {
  const bytes = new Uint8Array(await given.arrayBuffer());
  if (/\.ya?ml$/i.test(given.name) || /^\s*extends:/m.test(decodeText(bytes.subarray(0, 500)))) return null;
  const file = await readPriceFile(bytes);
  return file && { name: given.name, file };
}

/** The same from a table that was pasted. */
export function pastedPrices(name: string, text: string): Brought | null {
  const file = readPrices(text);
  return file && { name, file };
}

/** The library scenario whose prices they would be: the present one, or what a text of one's own is held against. */
export const baseFor = ({ scenario, baseline }: Session): string => (scenario === OWN ? baseline : scenario);

/** What the prices would do to a scenario, in words. */
export async function previewPrices({ file }: Brought, base: string, lang: Language): Promise<Preview> {
  const { scenario } = await libraryBase(base);
  return previewOf(file, planOf(file, scenario), lang);
}

/** The scenario that comes of them, as text. */
export async function pricesText({ name, file }: Brought, base: string, alone: boolean): Promise<string> {
  const { scenario } = await libraryBase(base);
  const { format, licence } = file;
  const request = { id: "my-prices", base, file: name, format, licence, alone };
  return scenarioTextOf(planOf(file, scenario), scenario, request);
}

/** The price lists as a table. */
export const pricesCsv = ({ file }: Brought): string => csvOf(file.rows);
