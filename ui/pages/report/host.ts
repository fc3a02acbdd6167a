import type { Host } from "../../../report/writers/index.ts";

const SCALE = 2; // pixels of a picture a pixel of its drawing

/** What a browser offers to the writers of reports. PDF it makes by its own print dialogue. */
export const browserHost = (missing: string): Host => ({
  runtime: async () => (await built("report-runtime.js", missing)).text(),
  async sqlParts() {
    const names = ["sql-page.js", "sql-page.css", "duckdb/worker.js", "duckdb/duckdb-eh.bin"];
    const [script, style, worker, packed] = await Promise.all(names.map((name) => built(name, missing)));
    return {
      script: await script.text(),
      style: await style.text(),
      worker: await worker.text(),
      database: new Uint8Array(await packed.arrayBuffer()),
    };
  },
  rasterise,
  print: () => Promise.reject(new Error("a browser prints by itself")),
});

/** A file of the built app. A development server answers with the page itself. */
async function built(name: string, missing: string): Promise<Response> {
  const response = await fetch(new URL(name, document.baseURI));
  if (response.ok && !/html/.test(response.headers.get("content-type") ?? "")) return response;
  throw new Error(missing);
}

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
