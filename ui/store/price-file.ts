import { decodeText, type Language } from "../../engine/index.ts";
import { csvOf } from "../../prices/csv.ts";
import { bestKnown } from "../../prices/match.ts";
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

/** What the prices would do to a scenario of the library, in words. */
export interface HeldAgainst {
  readonly base: string;
  readonly preview: Preview;
}

/** Held against a scenario by its id, or against the one that suits whoever is at work. */
export async function previewPrices(brought: Brought, against: string | Session, lang: Language): Promise<HeldAgainst> {
  const base = typeof against === "string" ? against : await baseFor(brought, against);
  const { scenario } = await libraryBase(base);
  return { base, preview: previewOf(brought.file, planOf(brought.file, scenario), lang) };
}

const NEWEST = "today";

/**
 * Whose prices they would be: those of the present scenario, or what a text of one's own is held against; but today's
 * where that knows more of the products. A list of this year is none of 2024's market because that one lies open.
 */
async function baseFor({ file }: Brought, { scenario, baseline }: Session): Promise<string> {
  const present = scenario === OWN ? baseline : scenario;
  const markets = await Promise.all([present, NEWEST].map(libraryBase));
  const scenarios = markets.map((market) => market.scenario);
  return bestKnown(file.rows, scenarios) === scenarios[0] ? present : NEWEST;
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
