import type { Language } from "../../../engine/index.ts";
import { unbase64 } from "../../../report/writers/sql/base64.ts";
import type { PackedRuns } from "../../../report/writers/sql/packed-runs.ts";
import { type Begin, unpacked } from "../database.ts";

/** What stands in this file beside its script. */
const textOf = (id: string): string => document.getElementById(id)?.textContent ?? "";

interface About {
  readonly lang: Language;
  readonly title: string;
  readonly question: string;
  readonly kicker: string;
}

export const about = JSON.parse(textOf("about")) as About;
export const { command } = JSON.parse(textOf("manifest")) as { readonly command: string };
export const packed = JSON.parse(textOf("runs")) as PackedRuns;

/**
 * Runs before DuckDB's own script. A page opened from a disk has an origin that nobody shares, its worker neither: the
 * worker reads no address but those it made itself.
 */
const FIRST = `addEventListener("message", (event) => {
  event.stopImmediatePropagation();
  postMessage(URL.createObjectURL(event.data));
}, { once: true });\n`;

/** DuckDB out of this file. */
export const inFile: Begin = async () => {
  const script = new Blob([FIRST, textOf("worker")], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  const wasm = await unpacked(new Blob([unbase64(textOf("database"))]).stream());
  const address = new Promise<string>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data), { once: true });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
  });
  worker.postMessage(wasm, []);
  return { worker, wasm: await address };
};
