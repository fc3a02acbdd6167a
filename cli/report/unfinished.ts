import { FolderError } from "../folder/files.ts";

/** A report is whole or not there: unlike a sweep it cannot be resumed, and the message for a full disk must not say so. */
export function unfinished(error: unknown, path: string): unknown {
  const { code } = ((error as Error).cause ?? error) as { readonly code?: string };
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new FolderError(
    {
      en: `${path}: the disk is full, and nothing was kept; free some space or choose another --out`,
      zh: `${path}：磁盘已满，没有留下任何文件；请腾出空间，或换一个 --out`,
    },
    error,
  );
}
