import { sortedQuantile } from "../../engine/index.ts";
import type { Ink } from "../../charts/theme/theme.ts";
import type { Look, Spec } from "./spec.ts";

interface SpreadDrawing {
  readonly values: ArrayLike<number>;
  readonly name: string; // of what is spread
  readonly ink: Ink;
  readonly percent?: boolean;
}

const FEW = 30; // below it a tick a run: bars of so few look like a shape

/** How runs are spread: a bar a class, or a tick a run; the median and the middle nine tenths as rules. */
export function spreadSpec({ values, name, ink, percent = false }: SpreadDrawing, { theme }: Look): Spec {
  const sorted = Float64Array.from(values).filter(Number.isFinite).toSorted();
  const axis = percent ? { format: "%" } : {};
  const x = { field: "value", type: "quantitative", title: name, scale: { zero: false }, axis };
  const shown: Spec =
    sorted.length < FEW
      ? { mark: { type: "tick", color: ink.mark, thickness: 2, tooltip: true }, encoding: { x } }
      : {
          mark: { type: "bar", color: ink.mark, tooltip: true },
          encoding: {
            x: { ...x, bin: { maxbins: Math.max(6, Math.ceil(2 * Math.cbrt(sorted.length))) } },
            y: { aggregate: "count", title: null },
          },
        };
  const marks = [0.05, 0.5, 0.95].map((level) => ({ value: sortedQuantile(sorted, level), level: `${100 * level}%` }));
  return {
    width: 460,
    height: 200,
    data: { values: [...sorted].map((x) => ({ value: x })) },
    layer: [
      shown,
      {
        data: { values: marks },
        mark: { type: "rule", color: theme.ink, strokeDash: [2, 3] },
        encoding: { x, tooltip: [{ field: "level" }, { field: "value", type: "quantitative" }] },
      },
    ],
  };
}
