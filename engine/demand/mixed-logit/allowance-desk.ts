import { CHUNK } from "./blocks.ts";
import { type AllowanceTerms, type AllowanceUse, gainOfAllowance, volumeWithAllowance } from "./volume.ts";

/**
 * Room for one chunk of people, each with a product that has an allowance: the terms of volume.ts in, its answers out.
 */
export type AllowanceDesk = { readonly [column in (typeof ALLOWANCE_COLUMNS)[number]]: Float64Array };

/** In the order of wasm/assembly/allowances.ts. */
export const ALLOWANCE_COLUMNS = [
  "satiation",
  "price",
  "worth",
  "quota",
  "paid",
  "tokens",
  "free",
  "surplus",
  "gain",
] as const;

/** The columns, one after the other in a place of CHUNK cells each. */
export function allowanceDesk(place: Float64Array = new Float64Array(ALLOWANCE_COLUMNS.length * CHUNK)): AllowanceDesk {
  const column = (k: number) => place.subarray(k * CHUNK, (k + 1) * CHUNK);
  return Object.fromEntries(ALLOWANCE_COLUMNS.map((name, k) => [name, column(k)])) as unknown as AllowanceDesk;
}

const terms: AllowanceTerms = { satiation: 0, price: 0, worth: 0, quota: 0, paid: 0 };
const use: AllowanceUse = { tokens: 0, free: 0, surplus: 0 };

function readTerms(desk: AllowanceDesk, row: number): AllowanceTerms {
  terms.satiation = desk.satiation[row];
  terms.price = desk.price[row];
  terms.worth = desk.worth[row];
  terms.quota = desk.quota[row];
  terms.paid = desk.paid[row];
  return terms;
}

/** What each of the first `count` uses, has free and gains. */
export function meterReference(desk: AllowanceDesk, count: number): void {
  for (let row = 0; row < count; row++) {
    volumeWithAllowance(readTerms(desk, row), use);
    desk.tokens[row] = use.tokens;
    desk.free[row] = use.free;
    desk.surplus[row] = use.surplus;
  }
}

/** What the allowance adds to the ln surplus of each of the first `count`. */
export function weighReference(desk: AllowanceDesk, count: number): void {
  for (let row = 0; row < count; row++) desk.gain[row] = gainOfAllowance(readTerms(desk, row), use);
}
