import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Writes the service worker's list of files: everything the app is built of, so that it works offline after the first
 * load. The list's hash names the cache, so a new build never mixes with an old one.
 */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: "pricewar-service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => !name.endsWith(".map") && !name.startsWith("duckdb/")) // those are kept once they are used
          .toSorted();
        const hash = createHash("sha256");
        for (const name of files) {
          const item = bundle[name];
          hash.update(name).update(item.type === "chunk" ? item.code : item.source);
        }
        const template = readFileSync(join(import.meta.dirname, "../ui/service-worker.js"), "utf8");
        const names = [
          ...files.filter((name) => name !== "index.html"),
          "icon.svg",
          "icon-192.png",
          "icon-512.png",
          "manifest.webmanifest",
        ];
        const source = template
          .replace('"BUILD"', JSON.stringify(hash.digest("hex").slice(0, 12)))
          .replace('["FILES"]', JSON.stringify(names));
        this.emitFile({ type: "asset", fileName: "service-worker.js", source });
      },
    },
  };
}
