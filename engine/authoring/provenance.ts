import { inBoth, type Text } from "../text/text.ts";
import type { Context } from "./context.ts";
import { suggestion } from "../text/errors.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Where a number comes from and how far it may plausibly lie elsewhere. Canonical units. */
export interface Provenance {
  readonly source?: string;
  readonly note?: Text;
  readonly unit: string;
  readonly range?: readonly [number, number];
}

export function sourceChecks(
  tree: unknown,
  { sources }: Scenario,
): { path: (string | number)[]; text: { en: string; zh: string } }[] {
  const known = Object.keys(sources);
  return [...recordsOf(tree)]
    .filter(({ record }) => typeof record.source === "string" && !known.includes(record.source))
    .map(({ path, record }) => {
      const hint = suggestion(String(record.source), known);
      return {
        path: [...path, "source"],
        text: {
          en: `no source “${String(record.source)}” in sources${hint.en}`,
          zh: `sources 里没有“${String(record.source)}”${hint.zh}`,
        },
      };
    });
}

/** A note in both languages, or plain, the same in both. */
function remark(x: unknown): Text | undefined {
  if (typeof x === "string") return inBoth(x);
  if (!isObject(x)) return undefined;
  const { en, zh } = x;
  return typeof en === "string" && typeof zh === "string" ? { en, zh } : undefined;
}

export function provenanceOf(tree: unknown, { records }: Context): Record<string, Provenance> {
  const out: Record<string, Provenance> = {};
  for (const { path, record } of recordsOf(tree)) {
    const read = records.get(record);
    if (!read) continue;
    const text = (x: unknown) => (typeof x === "string" ? x : undefined);
    out[path.join(".")] = {
      source: text(record.source),
      note: remark(record.note),
      unit: read.unit,
      range: read.range,
    };
  }
  return out;
}

export const isObject = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null;

/** Every record of provenance, by path. */
function* recordsOf(
  tree: unknown,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; record: Record<string, unknown> }> {
  if (Array.isArray(tree)) for (const [k, item] of tree.entries()) yield* recordsOf(item, [...path, k]);
  else if (isObject(tree)) {
    if (Object.hasOwn(tree, "value")) yield { path, record: tree };
    else for (const [key, child] of Object.entries(tree)) yield* recordsOf(child, [...path, key]);
  }
}
