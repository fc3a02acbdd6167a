import type { Text } from "../../engine/index.ts";

/** The largest file the app reads. */
export const MAX_BYTES = 5_000_000;
export const TOO_LARGE: Text = { en: "too large; at most 5 MB", zh: "文件过大，上限为 5 MB" };

/** Hands a text to the person as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // a browser may still be reading it
}
