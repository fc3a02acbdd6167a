import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Language, Text } from "../../engine/index.ts";
import { makeFolder as makePath } from "../make-folder.ts";

/** A folder or file that cannot be read or written, said in the user's language. */
export class FolderError extends Error {
  override readonly name = "FolderError";
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOSPC: {
    en: "the disk is full; what is finished is kept, free some space and run again with --resume",
    zh: "磁盘已满；已完成的部分都还在，腾出空间后加 --resume 继续",
  },
  EDQUOT: {
    en: "the disk quota is used up; what is finished is kept, free some space and run again with --resume",
    zh: "磁盘配额已用尽；已完成的部分都还在，腾出空间后加 --resume 继续",
  },
  EFBIG: { en: "the file grows larger than this system allows", zh: "文件超过了系统允许的大小" },
  EROFS: { en: "the file system is read-only; choose another --out", zh: "文件系统只读，请换一个 --out" },
  EACCES: { en: "no permission to write here; choose another --out", zh: "没有写入权限，请换一个 --out" },
  EPERM: { en: "no permission to write here; choose another --out", zh: "没有写入权限，请换一个 --out" },
  ENOTDIR: { en: "part of the path is a file, not a folder", zh: "路径中有一段是文件，不是文件夹" },
  ENOENT: { en: "there is no such file or folder", zh: "没有这个文件或文件夹" },
  EEXIST: { en: "something else of this name is there already", zh: "已有同名的文件或文件夹" },
};

/** Runs work on a path; what the system refuses becomes a FolderError that names path and reason. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = REASONS[(error as { code?: string }).code ?? ""];
    if (!reason) throw error;
    throw new FolderError({ en: `${path}: ${reason.en}`, zh: `${path}：${reason.zh}` }, error);
  }
}

export const makeFolder = (path: string): void => onDisk(path, () => void makePath(path));

/** Writes a file whole or not at all: beside its place, flushed to the disk, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.partial`;
  onDisk(path, () => {
    const file = openSync(beside, "w");
    try {
      writeSync(file, typeof content === "string" ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  });
}

/** Like writeWhole, for what fills the file itself. */
export async function fillWhole(path: string, fill: (beside: string) => Promise<void> | void): Promise<void> {
  const beside = `${path}.partial`;
  try {
    await fill(beside);
    onDisk(path, () => {
      const file = openSync(beside, "r+");
      fsyncSync(file);
      closeSync(file);
      renameSync(beside, path);
    });
  } catch (error) {
    rmSync(beside, { force: true });
    onDisk(path, () => {
      throw error;
    });
  }
}

/** What is there is somebody's. */
export function refuseExisting(path: string): void {
  if (existsSync(path))
    throw new FolderError({ en: `${path} exists; choose another --out`, zh: `${path} 已经存在，请换一个 --out` });
}

/** JSON of a file. @throws FolderError when it is missing or is not JSON. */
export function readJson(path: string): unknown {
  const text = onDisk(path, () => readFileSync(path, "utf8"));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FolderError({ en: `${path} is damaged: not valid JSON`, zh: `${path} 已损坏：不是有效的 JSON` }, error);
  }
}

export const inWords = (error: FolderError, lang: Language): string => error.text[lang];
