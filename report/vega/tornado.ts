import type { TornadoDrawing } from "../figures/figure.ts";
import type { Look, Spec } from "./spec.ts";

type Drawn = Pick<TornadoDrawing, "name" | "bars" | "origin" | "originText">;

/** What an output does when one lever goes from end to end, the strongest on top. */
export function tornadoSpec({ name, bars, origin, originText }: Drawn, { theme }: Look): Spec {
  const values = bars.map(({ name: lever, from, to, fromText, toText, interval, inner }) => ({
    lever,
    from,
    to,
    fromText,
    toText,
    ...(inner !== undefined && { inner }),
    ...(interval && { low: interval[0], high: interval[1] }),
  }));
  const { ink, ink2, ink3, ghost } = theme;
  const end = (field: string, text: string): Spec => ({
    mark: { type: "text", align: { expr: `datum.${field} < ${origin} ? 'right' : 'left'` }, dx: 0, color: ink2 },
    encoding: { x: { field, type: "quantitative" }, text: { field: text, type: "nominal" } },
  });
  return {
    width: 460,
    height: { step: 26 },
    data: { values },
    encoding: { y: { field: "lever", type: "nominal", title: null, sort: null } },
    layer: [
      {
        mark: { type: "bar", color: ghost, height: 12, tooltip: true },
        encoding: {
          x: { field: "from", type: "quantitative", title: name, scale: { zero: false } },
          x2: { field: "to" },
        },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", color: ink },
        encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      end("from", "fromText"),
      end("to", "toText"),
      {
        data: { values: [{ origin, text: originText }] },
        mark: { type: "rule", color: ink3 },
        encoding: { x: { field: "origin", type: "quantitative" }, y: { value: 0 }, y2: { value: "height" } },
      },
    ],
  };
}
