import { FONT, type ChartTheme, THEMES } from "../../charts/theme/theme.ts";
import type { Language } from "../../engine/index.ts";
import type { Manifest } from "../document/manifest.ts";
import type { Drawing, Figure } from "../figures/figure.ts";
import { lanesSpec } from "./lanes.ts";
import { panelSpec } from "./panel.ts";
import { tornadoSpec } from "./tornado.ts";
import { waterfallSpec } from "./waterfall.ts";

/** A chart as a Vega-Lite specification: plain data. https://vega.github.io/vega-lite/docs/spec.html */
export type Spec = Readonly<Record<string, unknown>>;

/** Who a specification is for, and on which ground. */
export interface Look {
  readonly lang: Language;
  readonly theme: ChartTheme;
}

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

type Specs = { readonly [K in Drawing["kind"]]: (drawing: Extract<Drawing, { kind: K }>, look: Look) => Spec };

/** A kind of drawing, and its specification. */
const SPECS: Specs = { panel: panelSpec, lanes: lanesSpec, waterfall: waterfallSpec, tornado: tornadoSpec };

/** A report's chart with its data, and what it takes to make it again. */
export function vegaLite({ title, subtitle, summary, drawing }: Figure, lang: Language, manifest: Manifest): Spec {
  const specOf = SPECS[drawing.kind] as (drawing: Drawing, look: Look) => Spec;
  const look = { lang, theme: THEMES.light };
  const own = drawing.kind === "lanes" ? "" : subtitle; // whose marks differ here
  const head = { title, subtitle: own, summary, origin: manifest };
  return chartSpec(head, specOf(drawing, look), look.theme);
}

interface Head {
  readonly title: string;
  readonly subtitle: string; // empty: none
  readonly summary: string; // the picture in words
  readonly origin: unknown; // what makes it again
}

/** A specification that stands alone: what it shows, in our typeface and inks. */
export function chartSpec({ title, subtitle, summary, origin }: Head, body: Spec, theme: ChartTheme): Spec {
  const { ink, ink2, grid, surface } = theme;
  return {
    $schema: SCHEMA,
    title: { text: title, anchor: "start", ...(subtitle && { subtitle }) },
    description: summary,
    usermeta: { pricewar: origin },
    background: surface,
    config: {
      font: FONT,
      title: { color: ink, subtitleColor: ink2 },
      axis: { gridColor: grid, labelColor: ink2, titleColor: ink2 },
      legend: { labelColor: ink2, titleColor: ink2 },
      text: { color: ink },
      view: { stroke: null },
    },
    ...body,
  };
}

/** JSON has no NaN: where there is no number, nothing is drawn. */
export const value = (x: number | undefined): number | null => (x !== undefined && Number.isFinite(x) ? x : null);
