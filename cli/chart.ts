import plot, { type Settings } from "simple-ascii-chart";
import { showsColour } from "./io.ts";

type Colour = "ansiCyan" | "ansiYellow" | "ansiMagenta" | "ansiGreen";

/** What a line is drawn with where there are no colours, by the number that a terminal knows its colour by. */
const MARKS: Readonly<Record<string, string>> = { 36: "*", 33: "o", 35: "+", 32: "x" };

const ESCAPE = "\u001b";
const COLOURED = new RegExp(String.raw`${ESCAPE}\[(\d+)m([^${ESCAPE}]*)${ESCAPE}\[0m`, "g");

/** Lines over time as text: each in its colour, or of its own mark where there are no colours. */
export function lineChart(
  lines: [number, number][][],
  settings: Omit<Settings, "color"> & { readonly color: Colour[] },
): string {
  const text = plot(lines, settings);
  if (showsColour()) return text;
  return text.replace(COLOURED, (_, code: string, drawn: string) => (MARKS[code] ?? "*").repeat(drawn.length));
}
