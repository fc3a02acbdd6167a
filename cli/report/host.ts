import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../engine/index.ts";
import type { Host } from "../../report/writers/index.ts";
import { FolderError } from "../folder/files.ts";
import { packageHome } from "../home.ts";
import { printPdf } from "./chromium.ts";
import { fontFiles } from "./fonts.ts";
import { notBuilt } from "./problem-words.ts";

const SCALE = 2; // pixels of a picture a pixel of its drawing

/** What Node offers to the writers of reports. */
export function nodeHost(lang: Language): Host {
  return {
    runtime: async () => built("report-runtime.js").toString("utf8"),
    sqlParts: async () => ({
      script: built("sql-page.js").toString("utf8"),
      style: built("sql-page.css").toString("utf8"),
      worker: built("duckdb/worker.js").toString("utf8"),
      database: built("duckdb/duckdb-eh.bin"),
    }),
    rasterise: (svg) => rasterise(svg, lang),
    async print(html) {
      fontFiles(lang); // without the characters a browser prints empty boxes
      return printPdf(html);
    },
  };
}

/** A file of the built app. @throws FolderError where it is missing */
function built(name: string): Buffer {
  const path = join(packageHome(), "dist", "app", name);
  if (existsSync(path)) return readFileSync(path);
  throw new FolderError(notBuilt(path));
}

async function rasterise(svg: string, lang: Language): Promise<Uint8Array> {
  const files = fontFiles(lang);
  const { Resvg } = await import("@resvg/resvg-js"); // native: only who draws pixels loads it
  const font = { loadSystemFonts: false, fontFiles: files, defaultFontFamily: "" };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: SCALE } }).render().asPng();
}
