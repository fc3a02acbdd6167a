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
  const text = (x: number, y: number, attributes: string, said: string) =>
    `<text x="${x}" y="${y}" ${attributes}>${said}</text>`;
  const right = text(width - PAD, 42, `text-anchor="end" font-size="11.5" fill="${ink2}"`, escape(figure.gutter));
  const origin = manifest.arms.map(({ id, fingerprint }) => `${id} ${fingerprint}`).join(" · ");
  const foot = `pricewar ${escape(manifest.version)} · ${escape(origin)}`;
  const box = `width="${width}" height="${height}"`;
  const attributes = `${box} viewBox="0 0 ${width} ${height}" font-family="${escape(FONT)}" role="img"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>
<title>${escape(figure.title)}</title><desc>${escape(figure.summary)}</desc>
<metadata>${escape(JSON.stringify(manifestFor(manifest, format)))}</metadata>
<rect ${box} fill="${surface}"/>
${text(PAD, 24, `font-size="15" font-weight="700" fill="${ink}"`, escape(figure.title))}
${text(PAD, 42, `font-size="11.5" fill="${ink2}"`, escape(figure.subtitle))}${figure.gutter ? right : ""}
<g transform="translate(${PAD},${HEAD})">${chart}</g>
${text(PAD, height - 10, `font-size="10" fill="${ink3}"`, foot)}
</svg>
`;
}
