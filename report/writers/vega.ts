import { manifestFor } from "../document/manifest.ts";
import { vegaLite } from "../vega/spec.ts";
import { figuresOf } from "./svg.ts";
import { utf8, type Writer } from "./writer.ts";

/** Opens in the public editor (vega.github.io/editor) and wherever Vega-Lite is drawn: Jupyter, Observable, Quarto. */
export const vega: Writer = {
  id: "vega",
  extension: "vl.json",
  label: { en: "Vega-Lite, one a chart", zh: "Vega-Lite，每图一个" },
  many: true,
  write: async (document, _host, base) =>
    figuresOf(document).map((figure) => ({
      name: `${base}-${figure.id}.vl.json`,
      bytes: utf8(`${JSON.stringify(vegaLite(figure, document.lang, manifestFor(document.manifest, "vega")))}\n`),
    })),
};
