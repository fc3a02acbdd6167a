import { say } from "../../engine/index.ts";
import type { LanesDrawing } from "../figures/figure.ts";
import { KINDS, MARGIN } from "./vega-words.ts";
import { type Look, type Spec, value } from "./spec.ts";

const LANE = 22; // px

/** A row a vendor: its moves and launches as points, its gross margin as shade behind them. */
export function lanesSpec({ dates, lanes }: Pick<LanesDrawing, "dates" | "lanes">, { lang, theme }: Look): Spec {
  const order = lanes.map(({ title }) => title);
  const y = { field: "vendor", type: "nominal", title: null, sort: order };
  const x = { field: "date", type: "temporal", title: null };
  const inks = { domain: order, range: lanes.map(({ ink }) => ink.mark) };
  const color = { field: "vendor", type: "nominal", legend: null, scale: inks };
  const words = say(KINDS, lang);
  const points = lanes.flatMap(({ title, points: own, ghosts }) =>
    [...own.map((p) => ({ p, ghost: false })), ...ghosts.map((p) => ({ p, ghost: true }))].map(({ p, ghost }) => ({
      vendor: title,
      date: p.date,
      kind: ghost ? words.ghost : words[p.kind],
      text: p.texts[0] ?? "",
    })),
  );
  const margins = lanes.flatMap(({ title, margin }) =>
    [...margin].flatMap((m, t) => (Number.isFinite(m) ? [{ vendor: title, date: dates[t], margin: value(m) }] : [])),
  );
  const kinds = { domain: Object.values(words), range: ["circle", "diamond", "triangle-up", "stroke"] };
  const { ghost } = theme;
  return {
    width: 560,
    height: { step: LANE },
    layer: [
      {
        data: { values: margins },
        mark: { type: "tick", thickness: 2, height: LANE - 4, tooltip: true },
        encoding: {
          x,
          y,
          color: {
            field: "margin",
            type: "quantitative",
            title: say(MARGIN, lang),
            legend: { format: "%" },
            scale: { scheme: "redblue", domain: [-1, 1], clamp: true },
          },
          opacity: { value: 0.25 },
        },
      },
      {
        data: { values: points },
        mark: { type: "point", filled: true, size: 60, stroke: ghost, strokeWidth: 0.5 },
        encoding: {
          x,
          y,
          fill: color,
          shape: { field: "kind", type: "nominal", title: null, scale: kinds },
          tooltip: [
            { field: "date", type: "temporal", title: null },
            { field: "text", type: "nominal", title: null },
          ],
        },
      },
    ],
  };
}
