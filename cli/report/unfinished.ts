import { FolderError } from "../folder/files.ts";

/** A report is whole or not there: unlike a sweep it cannot be resumed, and the message for a full disk must not say so. */
export function unfinished(error: unknown): unknown {
  const { code, path } = ((error as Error).cause ?? error) as { readonly code?: string; readonly path?: string };
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const place = path?.replace(/\.partial$/, "");
  const where = place ? { en: `${place}: `, zh: `${place}：` } : { en: "", zh: "" };
  return new FolderError({ en: `${where.en}the disk is full, and nothing was kept; free some space or choose another --out`, zh: `${where.zh}磁盘已满，没有留下任何文件；请腾出空间，或换一个 --out` }, error); // prettier-ignore
}
