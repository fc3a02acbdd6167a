import { existsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { FolderError } from "../folder/files.ts";
import { REASONS } from "../folder/problem-words.ts";
import { inFile } from "../problem-words.ts";
import { oneFile } from "./problem-words.ts";

/** Formats of a run folder, which are the endings of their files: tables as they lie there, and what is drawn. */
export const ROWS = ["csv", "json", "parquet"] as const;
const ONE_A_CHART: readonly string[] = ["svg", "png", "vega"];
export const FORMATS = [...ROWS, "xlsx", ...ONE_A_CHART, "md", "html", "pptx", "pdf", "sql"];

/** Where files go: a folder, and what they are called there without their ending; null: each by its own name. */
export interface ExportTarget {
  readonly folder: string;
  readonly base: string | null;
}

/**
 * What --out means, for one format as for several. It is a folder if there are several files, if it ends in a slash,
 * or if it is one already; else the file, with the format's ending. @throws FolderError where a file lies there
 */
export function exportTarget(out: string, formats: readonly string[]): ExportTarget {
  const isFolder = existsSync(out) && statSync(out).isDirectory();
  if (isFolder || /[\\/]$/.test(out)) return { folder: out, base: null };
  if (formats.length > 1 || ONE_A_CHART.includes(formats[0])) {
    if (existsSync(out)) throw new FolderError(oneFile(out));
    return { folder: out, base: null };
  }
  const folder = dirname(out);
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new FolderError(inFile(out, REASONS.ENOTDIR));
  const ending = `.${formats[0]}`;
  const name = basename(out);
  return { folder, base: name.endsWith(ending) ? name.slice(0, -ending.length) : name };
}

/** The format that --out's ending names; undefined where it names none. */
export const formatOf = (out: string | undefined): string | undefined => FORMATS.find((id) => out?.endsWith(`.${id}`));
