import type { z } from "zod";

/** The schema's internals that are walked here and in issues, whatever wraps them. */
export interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
}

export function unwrap(schema: z.ZodType): Def {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType ?? (def.type === "pipe" ? def.in : undefined);
  return inner ? unwrap(inner) : def;
}

const MOST = 2; // places worth naming: a key that stands in more is no misplaced one

/** The mappings that know a key, `vendors.<name>`; none if it is known in many places, or nowhere. */
export function homesOf(schema: z.ZodType, key: string): string[] {
  if (!indices.has(schema)) indices.set(schema, indexOf(schema));
  const found = indices.get(schema)!.get(key) ?? new Set();
  return found.size <= MOST && !found.has("") ? [...found] : [];
}

/** Of each schema that was asked, where each of its keys stands. */
const indices = new WeakMap<z.ZodType, ReadonlyMap<string, ReadonlySet<string>>>();

function indexOf(schema: z.ZodType): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (at: z.ZodType, path: string) => {
    const { shape = {}, valueType, element, options = [] } = unwrap(at);
    const below = (name: string) => (path === "" ? name : `${path}.${name}`);
    for (const [name, child] of Object.entries(shape)) {
      found.set(name, (found.get(name) ?? new Set()).add(path));
      walk(child, below(name));
    }
    if (valueType) walk(valueType, below("<name>"));
    if (element) walk(element, path);
    for (const option of options) walk(option, path);
  };
  walk(schema, "");
  return found;
}
