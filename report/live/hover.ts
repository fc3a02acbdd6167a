import { measure as measureOf } from "../../charts/data/measures.ts";
import { valueText } from "../../charts/data/values.ts";
import { type Language, say } from "../../engine/index.ts";
import { date } from "../../words/format.ts";
import type { LiveFigure } from "./data.ts";
import { element } from "./element.ts";
import { liveWords } from "./words.ts";

const SVG = "http://www.w3.org/2000/svg";
const WEEK = 7; // ticks an arrow key moves

/** Reads a chart at the pointer, or at a date chosen by arrow keys: a line through it, values under it. */
export function followPointer(figure: LiveFigure, lang: Language): void {
  const holder = document.querySelector<HTMLElement>(`[data-figure="${figure.id}"]`);
  const svg = holder?.querySelector("svg");
  if (!holder || !svg) return;
  holder.querySelector(".readout")?.remove(); // drawn anew: of another run
  const readout = element("output", { class: "readout", style: "display:block" }, say(liveWords.pointer, lang));
  holder.append(readout);
  const line = document.createElementNS(SVG, "line");
  for (const [name, value] of Object.entries({
    y1: "0",
    y2: String(figure.height),
    stroke: "#15181d",
    visibility: "hidden",
  }))
    line.setAttribute(name, value);
  svg.append(line);
  const last = figure.dates.length - 1;
  let at = last;
  const show = (tick: number) => {
    at = Math.max(0, Math.min(last, tick));
    const x = figure.left + (last === 0 ? 0 : (at / last) * (figure.right - figure.left));
    for (const end of ["x1", "x2"]) line.setAttribute(end, String(x));
    line.setAttribute("visibility", "visible");
    readout.replaceChildren(element("b", {}, date(figure.dates[at], lang)), ...valuesAt(figure, at, lang));
  };
  svg.addEventListener("pointermove", (e) => {
    const box = svg.getBoundingClientRect();
    const px = ((e.clientX - box.left) / box.width) * figure.width;
    show(Math.round(((px - figure.left) / (figure.right - figure.left)) * last));
  });
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (e) => {
    const step = { ArrowLeft: -WEEK, ArrowRight: WEEK, Home: -last, End: last }[e.key];
    if (step === undefined) return;
    e.preventDefault();
    show(at + step);
  });
}

function valuesAt({ lines, measure: id, currency }: LiveFigure, tick: number, lang: Language): Node[] {
  const context = { measure: measureOf(id), currency, lang };
  return lines.flatMap(({ label, color, values }) => {
    const x = values[tick];
    if (x === null) return [];
    const who = element("span", { style: `color:${color}` }, label);
    return [document.createTextNode("  "), who, document.createTextNode(` ${valueText(x, context)}`)];
  });
}
