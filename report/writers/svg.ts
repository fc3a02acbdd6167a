import { FONT, THEMES } from "../../charts/theme/theme.ts";
import { manifestFor } from "../document/manifest.ts";
import type { ReportDocument } from "../document/model.ts";
import { drawFigure, heightOf, WIDTH } from "../figures/draw.tsx";
import type { Figure } from "../figures/index.ts";
import { escape } from "./html/escape.ts";
import { utf8, type Writer } from "./writer.ts";

export const svg: Writer = {
  id: "svg",
  extension: "svg",
  label: { en: "SVG, one a chart", zh: "SVG，每图一个" },
  many: true,
  write: async (document, _host, base) =>
    figuresOf(document).map((figure) => ({
      name: `${base}-${figure.id}.svg`,
      bytes: utf8(standing(figure, document, "svg")),
    })),
};

export const figuresOf = ({ sections }: ReportDocument): Figure[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "figure" ? [b.figure] : [])));

const [PAD, HEAD, FOOT] = [16, 52, 22]; // px

/** A chart that stands alone: its title above, what it takes to make it again below and in its metadata. */
export function standing(figure: Figure, { lang, manifest }: ReportDocument, format: string): string {
  const chart = drawFigure(figure, lang);
  const [width, height] = [WIDTH + 2 * PAD, heightOf(chart) + HEAD + FOOT + PAD];
  const { ink, ink2, ink3, surface } = THEMES.light;
  const font = escape(FONT);
  const right = figure.gutter
    ? `<text x="${width - PAD}" y="42" text-anchor="end" font-size="11.5" fill="${ink2}">${escape(figure.gutter)}</text>`
    : "";
  const origin = manifest.arms.map(({ id, fingerprint }) => `${id} ${fingerprint}`).join(" · ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" role="img">
<title>${escape(figure.title)}</title><desc>${escape(figure.summary)}</desc>
<metadata>${escape(JSON.stringify(manifestFor(manifest, format)))}</metadata>
<rect width="${width}" height="${height}" fill="${surface}"/>
<text x="${PAD}" y="24" font-size="15" font-weight="700" fill="${ink}">${escape(figure.title)}</text>
<text x="${PAD}" y="42" font-size="11.5" fill="${ink2}">${escape(figure.subtitle)}</text>${right}
<g transform="translate(${PAD},${HEAD})">${chart}</g>
<text x="${PAD}" y="${height - 10}" font-size="10" fill="${ink3}">pricewar ${escape(manifest.version)} · ${escape(origin)}</text>
</svg>
`;
}
