import { type Way, waterfallBars } from "../../charts/data/waterfall-bars.ts";
import { say } from "../../engine/index.ts";
import { PART_WORDS } from "../../words/explain-words.ts";
import type { WaterfallDrawing } from "../figures/figure.ts";
import { PARTS_KINDS } from "./vega-words.ts";
import type { Look, Spec } from "./spec.ts";

/** From one price to the other, part by part; whiskers hold eight of ten runs. */
export function waterfallSpec(
  { explained, from, to, way }: Omit<WaterfallDrawing, "kind"> & { readonly way?: Way },
  { lang, theme }: Look,
): Spec {
  const words = say(PARTS_KINDS, lang);
  const values = waterfallBars(explained, way).map(({ id, kind, start, end, band }) => ({
    part: id === "from" ? from : id === "to" ? to : say(PART_WORDS[id], lang),
    kind: words[kind],
    start,
    end,
    change: kind === "total" ? end : end - start,
    ...(band && { low: Math.min(...band), high: Math.max(...band) }),
  }));
  const { ink, ink2, ghost, below, line2 } = theme;
  const inks = { domain: Object.values(words), range: [line2, ghost, ink2, below] };
  const x = { field: "part", type: "nominal", title: null, sort: null, axis: { labelAngle: 0 } };
  return {
    width: 560,
    height: 200,
    data: { values },
    encoding: { x },
    layer: [
      {
        mark: { type: "bar", tooltip: true },
        encoding: {
          y: { field: "start", type: "quantitative", title: null },
          y2: { field: "end" },
          color: { field: "kind", type: "nominal", title: null, scale: inks },
        },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", color: ink },
        encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
      },
      {
        mark: { type: "text", dy: -6, color: ink },
        encoding: {
          y: { field: "end", type: "quantitative" },
          text: { field: "change", type: "quantitative", format: ".3~g" },
        },
      },
    ],
  };
}
