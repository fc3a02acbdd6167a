import { z } from "zod";
import { unknownName } from "../text/errors.ts";
import type { Bounds } from "./bounds.ts";
import type { Context } from "./context.ts";
import type { Issue } from "./formula-values.ts";

/** Reads a plain value, in its own unit if the record names one; undefined once an issue is reported. */
export type Read<T> = (value: unknown, issue: Issue, unit?: string) => T | undefined;

interface Noted {
  readonly context: Pick<Context, "records">; // asked while a value is read, not before
  readonly unit: string; // canonical
  readonly bounds?: Bounds;
}

const RECORD_KEYS = ["value", "unit", "source", "note", "range"];

/** One value, plain or in a record of provenance; `read` converts it. */
export function leaf<T>(kind: string, noted: Noted, read: Read<T>) {
  return z
    .unknown()
    .transform((raw, ctx): T => {
      const issue: Issue = (text, path = []) =>
        ctx.issues.push({ code: "custom", input: raw, message: text.en, path: [...path], params: { text } });
      const before = ctx.issues.length;
      const value = isRecord(raw) ? readRecord(raw, noted, read, issue) : read(raw, issue);
      if (value === undefined && ctx.issues.length === before) issue({ en: "a value is missing", zh: "缺少值" });
      return (value === undefined ? z.NEVER : value) as T;
    })
    .meta({ leaf: kind, unit: noted.unit, bounds: noted.bounds });
}

/** A value with its provenance; what it came to is noted in the records. */
export function readRecord<T>(
  raw: Record<string, unknown>,
  { unit, context }: Noted,
  read: Read<T>,
  issue: Issue,
): T | undefined {
  for (const key of Object.keys(raw)) {
    if (!RECORD_KEYS.includes(key) && key !== "date")
      issue(unknownName({ en: "key", zh: "键" }, key, RECORD_KEYS), [key]);
  }
  for (const key of ["source", "unit", "date"])
    if (raw[key] !== undefined && typeof raw[key] !== "string") issue({ en: "expected a text", zh: "应为文字" }, [key]);
  if (raw.note !== undefined && !isNote(raw.note))
    issue({ en: "expected a text, plain or {en: ..., zh: ...}", zh: "应为文字，或写作 {en: ……, zh: ……}" }, ["note"]);
  const own = typeof raw.unit === "string" ? raw.unit : undefined;
  const value = read(raw.value, (text) => issue(text, ["value"]), own);
  const range =
    Array.isArray(raw.range) && raw.range.length === 2
      ? raw.range.map((x, k) => read(x, (text) => issue(text, ["range", k]), own))
      : undefined;
  if (raw.range !== undefined && !range)
    issue({ en: "a range is [low, high]", zh: "范围应写作 [下限, 上限]" }, ["range"]);
  if (value !== undefined) context.records.set(raw, { value, unit, range: range as [number, number] | undefined });
  return value;
}

function isNote(x: unknown): boolean {
  if (typeof x !== "object" || x === null) return typeof x === "string";
  const { en, zh, ...more } = x as Record<string, unknown>;
  return typeof en === "string" && typeof zh === "string" && Object.keys(more).length === 0;
}

/** Whether a value comes in a record of provenance. */
export const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && !Array.isArray(x) && Object.hasOwn(x, "value");
