import type { Text } from "../../engine/index.ts";
import type { ReportDocument } from "../document/model.ts";
import type { Artefact } from "./artefact.ts";

/** What writers need of the machine they run on; each is asked for only when a format needs it. */
export interface Host {
  /** The script that keeps an HTML report alive. */
  runtime(): Promise<string>;
  /** The parts of a page that answers in SQL. */
  sqlParts(): Promise<SqlParts>;
  /** A chart as PNG, with all of its text. @throws when there is no font for it */
  rasterise(svg: string): Promise<Uint8Array>;
  /** Prints an HTML document to tagged PDF. @throws when nothing here can */
  print(html: string): Promise<Uint8Array>;
}

export interface SqlParts {
  readonly script: string;
  readonly style: string;
  readonly worker: string; // DuckDB's own script
  readonly database: Uint8Array; // its WebAssembly, gzipped
}

/**
 * A format: a file and a line on the registry. Nothing of the clock, the path or the machine may get into its bytes.
 */
export interface Writer {
  readonly id: string; // as in --format
  readonly extension: string;
  readonly label: Text;
  /** Several files (one a chart) or one. */
  readonly many?: boolean;
  write(document: ReportDocument, host: Host, base: string): Promise<readonly Artefact[]>;
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

interface Named {
  readonly arms: readonly { readonly id: string }[];
  readonly template: string; // empty where sections were chosen
  readonly lang: string;
}

/** What the files of a report are called, from what it is about. */
export function baseName({ manifest }: { readonly manifest: Named }): string {
  const [a, b] = manifest.arms.map(({ id }) => id);
  return [a, ...(b ? ["vs", b] : []), manifest.template || "sections", manifest.lang].join("-");
}
