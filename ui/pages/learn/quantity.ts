import { number } from "../../../words/format.ts";
import type { LessonWords } from "./lesson.ts";

type Unit = Pick<LessonWords, "unit" | "per">;

/** A value on the axis: without its unit, and without the zeros at its end. */
export const axisValue = (x: number, per: number): string =>
  number(x / per, 3)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** A value of the series predicted, with its unit: 12.3%, 1.47 元/百万 token, ¥0.96 bn. */
export function quantity(x: number, { unit, per }: Unit): string {
  const text = number(x / per);
  if (unit === "%") return `${text}%`;
  if (unit.startsWith("¥")) return `${x < 0 ? "\u2212" : ""}¥${text.replace("\u2212", "")}${unit.slice(1)}`;
  return `${text} ${unit}`;
}
