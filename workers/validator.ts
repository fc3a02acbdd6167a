import { type Remote, wrap } from "./comlink.ts";
import type { Validator } from "./validate-browser.ts";

/** A worker that validates; `end` stops it at once. */
export function openValidator(): { readonly service: Remote<Validator>; end(): void } {
  const worker = new Worker(new URL("./validate-browser.ts", import.meta.url), { type: "module" });
  return { service: wrap<Validator>(worker), end: () => worker.terminate() };
}
