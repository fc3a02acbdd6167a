import { decodeText, type Text } from "../../engine/index.ts";

/** The largest file the app reads. */
export const MAX_BYTES = 1_000_000;
export const TOO_LARGE: Text = { en: "too large; at most 1 MB", zh: "文件过大，上限为 1 MB" };

const KEPT_MS = 60_000; // a browser may ask where to put a file before it reads it

/** A file's text, in whichever encoding it was written. */
export const textOf = async (file: File): Promise<string> => decodeText(new Uint8Array(await file.arrayBuffer()));

/** Hands something to the person as a file. */
export function download(name: string, content: BlobPart, type = ""): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** Hands a text of a type to the person as a file. */
export const downloadText = (name: string, type: string, text: string): void =>
  download(name, text, `${type};charset=utf-8`);
