import { parseOutput } from "../experiments/outputs.ts";
import type { Statement } from "../experiments/statement.ts";
import { findSeries, parsePath } from "../metrics/lookup.ts";
import type { Text } from "../text/text.ts";
import type { Bounds } from "./bounds.ts";

/** The series that an output is taken from. */
export const seriesOf = (id: string) =>
  findSeries(parsePath(parseOutput(id)?.path ?? "") ?? { entity: "market", name: "" });

const FALLS = /^headline\.(?:price|paid|cost)Fall$/;

/** A share is no more than the whole, and a part of a whole no less than nothing. */
export function boundsOf(id: string): Bounds {
  const found = seriesOf(id);
  if (found?.id === "hhi" || found?.whole) return { min: 0, max: 1 };
  return found?.format === "share" || FALLS.test(id) ? { max: 1 } : {};
}

/** Why a statement says nothing: no run comes to its value, so that it always holds or never does. */
export function emptyStatement({ text, output, value }: Statement): Text | null {
  const { min = -Infinity, max = Infinity } = boundsOf(output.id);
  if (value >= min && value <= max) return null;
  const meant = value > max && value <= 100 * max ? `${value} %` : null;
  return {
    en: `“${text}”: no run comes to ${value}${meant ? `; did you mean ${meant}?` : ""}`,
    zh: `“${text}”：任何运行都到不了 ${value}${meant ? `；是否指 ${meant}？` : ""}`,
  };
}
