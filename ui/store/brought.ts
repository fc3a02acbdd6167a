import { MAX_BYTES } from "./files.ts";
import type { Brought } from "./price-file.ts";

/** What the app opens: scenarios, and files of prices. */
export const FILES = [".yaml", ".yml", ".json", ".csv", ".tsv", ".txt", ".xlsx"];

/** Prices of a file, or null where it is a scenario or too large; their readers are loaded with the first. */
export async function pricesIn(file: File): Promise<Brought | null> {
  if (file.size > MAX_BYTES) return null;
  const { pricesOf } = await import("./price-file.ts");
  return pricesOf(file);
}
