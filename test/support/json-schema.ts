type Schema = Readonly<Record<string, unknown>>;

/** Whether a value fits a JSON Schema, by the keywords that ours use. @throws on any other keyword. */
export function fits(value: unknown, schema: Schema, root: Schema): boolean {
  return Object.entries(schema).every(([keyword, x]) => {
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`keyword not known here: ${keyword}`);
    return check(value, x as never, { schema, root });
  });
}

interface At {
  readonly schema: Schema;
  readonly root: Schema;
}
type Keyword = (value: unknown, x: never, at: At) => boolean;

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null && !Array.isArray(x);
const ignored: Keyword = () => true;

const TYPES: Readonly<Record<string, (x: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (x) => typeof x === "string",
  number: (x) => typeof x === "number",
  integer: Number.isInteger,
  boolean: (x) => typeof x === "boolean",
  null: (x) => x === null,
};

const some = (value: unknown, options: readonly Schema[], { root }: At) => options.some((o) => fits(value, o, root));

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $schema: ignored,
  $defs: ignored,
  title: ignored,
  description: ignored,
  examples: ignored,
  default: ignored,
  $ref: (value, ref: string, { root }) =>
    fits(value, (root.$defs as Record<string, Schema>)[ref.replace("#/$defs/", "")], root),
  type: (value, type: string | string[]) => [type].flat().some((t) => TYPES[t](value)),
  const: (value, x) => value === x,
  enum: (value, all: unknown[]) => all.includes(value),
  anyOf: some,
  oneOf: (value, options: Schema[], { root }) => options.filter((o) => fits(value, o, root)).length === 1,
  required: (value, names: string[]) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (value, table: Record<string, Schema>, { root }) =>
    !isObject(value) || Object.entries(table).every(([k, s]) => !Object.hasOwn(value, k) || fits(value[k], s, root)),
  additionalProperties: (value, rest: boolean | Schema, { schema, root }) =>
    !isObject(value) ||
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn((schema.properties ?? {}) as object, key))
      .every(([, child]) => (typeof rest === "boolean" ? rest : fits(child, rest, root))),
  propertyNames: (value, names: Schema, { root }) =>
    !isObject(value) || Object.keys(value).every((key) => fits(key, names, root)),
  items: (value, each: Schema, { root }) => !Array.isArray(value) || value.every((x) => fits(x, each, root)),
  prefixItems: (value, each: Schema[], { root }) =>
    !Array.isArray(value) || each.every((s, k) => k >= value.length || fits(value[k], s, root)),
  minItems: (value, n: number) => !Array.isArray(value) || value.length >= n,
  maxItems: (value, n: number) => !Array.isArray(value) || value.length <= n,
  minLength: (value, n: number) => typeof value !== "string" || value.length >= n,
  maxLength: (value, n: number) => typeof value !== "string" || value.length <= n,
  pattern: (value, re: string) => typeof value !== "string" || new RegExp(re, "u").test(value),
  minimum: (value, n: number) => typeof value !== "number" || value >= n,
  maximum: (value, n: number) => typeof value !== "number" || value <= n,
  exclusiveMinimum: (value, n: number) => typeof value !== "number" || value > n,
};
