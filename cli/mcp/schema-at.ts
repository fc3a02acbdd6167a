import { scenarioJsonSchema } from "../../engine/authoring.ts";

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (x: unknown): x is Schema => typeof x === "object" && x !== null && !Array.isArray(x);

/** What a schema may stand for: what it refers to, and what it offers to choose from. */
function* meanings(schema: Schema, root: Schema, depth = 0): Generator<Schema> {
  if (depth > 8) return;
  yield schema;
  const referred = typeof schema.$ref === "string" ? follow(root, schema.$ref.split("/").slice(1)) : undefined;
  if (referred) yield* meanings(referred, root, depth + 1);
  for (const choice of [schema.anyOf, schema.oneOf, schema.allOf])
    for (const one of Array.isArray(choice) ? choice : []) if (isSchema(one)) yield* meanings(one, root, depth + 1);
}

function follow(root: Schema, keys: readonly string[]): Schema | undefined {
  const found = keys.reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), root);
  return isSchema(found) ? found : undefined;
}

function step(schema: Schema, key: string, root: Schema): Schema | undefined {
  for (const one of meanings(schema, root)) {
    const { properties, additionalProperties, items } = one;
    const named = isSchema(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    const any = [named, additionalProperties, items].find(isSchema);
    if (any) return any;
  }
  return undefined;
}

/**
 * The JSON Schema of a scenario's field, two levels deep: enough to write it, short enough to read. Undefined where
 * there is no such field.
 */
export function schemaAt(path: string): Schema | undefined {
  const root = scenarioJsonSchema() as Schema;
  const keys = path === "" ? [] : path.split(".");
  const found = keys.reduce<Schema | undefined>((at, key) => at && step(at, key, root), root);
  return found && (pruned(found, root, 2) as Schema);
}

/** References followed, and what lies deeper left out. */
function pruned(node: unknown, root: Schema, depth: number): unknown {
  if (Array.isArray(node)) return node.map((one) => pruned(one, root, depth));
  if (!isSchema(node)) return node;
  const whole = typeof node.$ref === "string" ? { ...follow(root, node.$ref.split("/").slice(1)), ...node } : node;
  const { $ref: _, $defs: __, properties, additionalProperties, items, ...rest } = whole as Record<string, unknown>;
  const own = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, depth > 0 ? pruned(v, root, depth - 1) : v]));
  if (depth === 0) return isSchema(properties) ? { ...own, properties: Object.keys(properties) } : own;
  const below = { properties: mapped(properties, root, depth), additionalProperties, items };
  const kept = Object.entries(below).filter(([, v]) => v !== undefined);
  return {
    ...own,
    ...Object.fromEntries(kept.map(([k, v]) => [k, k === "properties" ? v : pruned(v, root, depth - 1)])),
  };
}

const mapped = (properties: unknown, root: Schema, depth: number): unknown =>
  isSchema(properties)
    ? Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, pruned(one, root, depth - 1)]))
    : undefined;
