import { manifestFor } from "../document/manifest.ts";
import { withText } from "./png/text-chunk.ts";
import { figuresOf, standing } from "./svg.ts";
import type { Writer } from "./writer.ts";

export const png: Writer = {
  id: "png",
  extension: "png",
  label: { en: "PNG, one a chart", zh: "PNG，每图一个" },
  many: true,
  async write(document, host, base) {
    const manifest = JSON.stringify(manifestFor(document.manifest, "png"));
    return Promise.all(
      figuresOf(document).map(async (figure) => {
        const bytes = await host.rasterise(standing(figure, document, "png"));
        return { name: `${base}-${figure.id}.png`, bytes: withText(bytes, "pricewar-manifest", manifest) };
      }),
    );
  },
};
