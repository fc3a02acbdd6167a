import type { ClassFacts } from "../../engine/class/index.ts";
import { productName, vendorName } from "../../words/names.ts";
import type { Language } from "../../engine/index.ts";
import type { Say } from "../i18n/index.ts";
import { classWords } from "./words.ts";

/** Why something was refused, in words. */
export function refusalText(why: { readonly no: string; readonly what?: string }, say: Say<typeof classWords>): string {
  const key = `no_${why.no}` as "no_bad";
  return say(Object.hasOwn(classWords, key) ? key : "no_bad", { what: why.what ?? "" });
}

export const vendorOf = (facts: ClassFacts, id: string, lang: Language): string => vendorName(facts, id, lang);
export const productOf = (facts: ClassFacts, id: string, lang: Language): string => productName(facts, id, lang);

/** Minutes and seconds: 2:05. */
export const clock = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

/** Thousands as both languages group them: 1,000 is a thousand; 0,125 and 1,5 can only be decimals. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
const DECIMAL = /^\d*[.,]?\d*(e-?\d+)?$/; // the smallest stand in fields as 1e-7

/** A number as somebody typed it: a decimal comma and full-width digits are read too; NaN for none, and below zero. */
export const typedNumber = (text: string): number => {
  const plain = text.normalize("NFKC").trim();
  if (GROUPED.test(plain)) return Number(plain.replaceAll(",", ""));
  return DECIMAL.test(plain) && /^[.,]?\d/.test(plain) ? Number(plain.replace(",", ".")) : NaN;
};
