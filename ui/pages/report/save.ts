import type { Artefact } from "../../../report/writers/index.ts";

const KEPT_MS = 60_000; // a browser may ask where to put it before it reads it

/** Hands files to the browser as downloads. */
export function save(artefacts: readonly Artefact[]): void {
  for (const { name, bytes } of artefacts) {
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  }
}
