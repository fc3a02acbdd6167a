import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const resolve = createRequire(import.meta.url).resolve;

/**
 * DuckDB's two large files, from our own origin: 34 MB of WebAssembly become 8, packed here and unpacked by the page.
 * Not under `.gz`: some hosts would unpack it on the way, others not.
 */
export function duckdbPlugin(): Plugin {
  return {
    name: "pricewar-duckdb",
    apply: "build",
    generateBundle() {
      const read = (name: string) => readFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`));
      this.emitFile({ type: "asset", fileName: "duckdb/worker.js", source: read("duckdb-browser-eh.worker.js") });
      const packed = gzipSync(read("duckdb-eh.wasm"), { level: 9 });
      this.emitFile({ type: "asset", fileName: "duckdb/duckdb-eh.bin", source: packed });
    },
  };
}
