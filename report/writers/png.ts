import { manifestFor } from "../document/manifest.ts";
import { figuresOf, standing } from "./svg.ts";
import { utf8, type Writer } from "./writer.ts";

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

const SIGNATURE = 8; // bytes
const HEADER = 25; // bytes of the IHDR chunk, which comes first

/** Puts a text into a PNG, in an iTXt chunk after its header (PNG specification, 11.3.3.4). */
function withText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  // keyword, 0; not compressed, method 0; no language, 0; no translated keyword, 0; text
  const data = utf8(`${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(utf8("iTXt"), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  const at = SIGNATURE + HEADER;
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, at));
  out.set(chunk, at);
  out.set(png.subarray(at), at + chunk.length);
  return out;
}

/** Of ISO 3309, as PNG uses it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
