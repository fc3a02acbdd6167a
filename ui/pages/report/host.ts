import type { Host } from "../../../report/writers/index.ts";

const SCALE = 2; // pixels of a picture a pixel of its drawing

/** What a browser offers to the writers of reports. PDF it makes by its own print dialogue. */
export const browserHost = (missing: string): Host => ({
  async runtime() {
    const response = await fetch(new URL("report-runtime.js", document.baseURI));
    // A development server answers with the page itself.
    if (response.ok && /javascript/.test(response.headers.get("content-type") ?? "")) return response.text();
    throw new Error(missing);
  },
  rasterise,
  print: () => Promise.reject(new Error("a browser prints by itself")),
});

async function rasterise(svg: string): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width * SCALE, image.height * SCALE);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser gives no canvas");
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new Uint8Array(await blob.arrayBuffer());
}
