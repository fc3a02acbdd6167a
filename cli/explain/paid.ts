import { type PaidSplit, say } from "../../engine/index.ts";
import { price, priceUnit, signed } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";
import { PAID_HEAD, PAID_PARTS, paidTitle } from "./paid-words.ts";

/** Why the price paid for a vendor's work changed, part by part. */
export function paidText(
  split: PaidSplit,
  vendor: string,
  { shown: { scenario: s }, span, options: { lang } }: Asked,
): string {
  const table = plainTable(say(PAID_HEAD, lang)(priceUnit(s.currency, lang)), [1]);
  for (const part of Object.keys(PAID_PARTS) as (keyof typeof PAID_PARTS)[])
    table.push([say(PAID_PARTS[part], lang), Math.abs(split[part]) < 1e-9 ? "0" : signed(split[part])]);
  const words = { who: vendorName(s, vendor, lang), ...span, was: price(split.from, lang), is: price(split.to, lang) };
  return [say(paidTitle, lang)(words), table.toString()].join("\n");
}
