import { FONT, THEMES } from "../../charts/theme/theme.ts";
import type { Language } from "../../engine/index.ts";
import type { Manifest } from "../document/manifest.ts";
import type { Drawing, Figure } from "../figures/figure.ts";
import { lanesSpec } from "./lanes.ts";
import { panelSpec } from "./panel.ts";
import { tornadoSpec } from "./tornado.ts";
import { waterfallSpec } from "./waterfall.ts";

/** A chart as a Vega-Lite specification: plain data. https://vega.github.io/vega-lite/docs/spec.html */
export type Spec = Readonly<Record<string, unknown>>;

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

type Specs = { readonly [K in Drawing["kind"]]: (drawing: Extract<Drawing, { kind: K }>, lang: Language) => Spec };

/** A kind of drawing, and its specification. */
const SPECS: Specs = { panel: panelSpec, lanes: lanesSpec, waterfall: waterfallSpec, tornado: tornadoSpec };

/** The chart with its data, and what it takes to make it again. */
export function vegaLite({ title, subtitle, summary, drawing }: Figure, lang: Language, manifest: Manifest): Spec {
  const specOf = SPECS[drawing.kind] as (drawing: Drawing, lang: Language) => Spec;
  const { ink, ink2, grid } = THEMES.light;
  return {
    $schema: SCHEMA,
    title: { text: title, anchor: "start", ...(drawing.kind !== "lanes" && { subtitle }) }, // whose marks differ here
    description: summary,
    usermeta: { pricewar: manifest },
    config: {
      font: FONT,
      title: { color: ink, subtitleColor: ink2 },
      axis: { gridColor: grid, labelColor: ink2, titleColor: ink2 },
      view: { stroke: null },
    },
    ...specOf(drawing, lang),
  };
}

/** JSON has no NaN: where there is no number, nothing is drawn. */
export const value = (x: number | undefined): number | null => (x !== undefined && Number.isFinite(x) ? x : null);
