import { LANGUAGES } from "../text/text.ts";

/** A node of a JSON Schema as zod writes it: plain data, changed in place before anybody sees it. */
export interface SchemaNode {
  $ref?: string;
  type?: unknown;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  description?: string;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  prefixItems?: SchemaNode[];
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  leaf?: LeafNote;
  [keyword: string]: unknown;
}

/** What a leaf holds, for whoever describes it. */
export interface LeafNote {
  readonly unit: string;
  readonly bounds?: {
    readonly min?: number;
    readonly max?: number;
    readonly exclusiveMin?: number;
    readonly integer?: boolean;
  };
}

/** Every field with its path: * for any name, [] for any entry, (kind) for one of several. */
export function* fields(node: SchemaNode, path = ""): Generator<{ path: string; node: SchemaNode }> {
  for (const option of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) {
    const kind = option.properties?.kind?.const;
    yield* fields(option, typeof kind === "string" ? `${path}(${kind})` : path);
  }
  const below: (readonly [string, SchemaNode])[] = Object.entries(node.properties ?? {})
    .filter(([name]) => !(LANGUAGES as readonly string[]).includes(name))
    .map(([name, child]) => [path === "" ? name : `${path}.${name}`, child]);
  if (typeof node.additionalProperties === "object") below.push([`${path}.*`, node.additionalProperties]);
  if (node.items) below.push([`${path}[]`, node.items]);
  for (const [at, child] of below) {
    yield { path: at, node: child };
    yield* fields(child, at);
  }
}

/** The schema of a file that extends another: it may leave out anything, and take anything out with null. */
export function relaxed(node: SchemaNode): SchemaNode {
  const { required: _, oneOf, anyOf, properties, additionalProperties, $ref, ...rest } = node;
  const out: SchemaNode = { ...rest };
  if ($ref) out.$ref = /quantity|series|strategy/.test($ref) ? `${$ref}Change` : $ref;
  const options = oneOf ?? anyOf;
  if (options) out.anyOf = options.map(relaxed);
  if (properties)
    out.properties = mapped(properties, (child, name) => (name === "kind" ? child : orNull(relaxed(child))));
  if (typeof additionalProperties === "object") out.additionalProperties = orNull(relaxed(additionalProperties));
  else if (additionalProperties !== undefined) out.additionalProperties = additionalProperties;
  return out;
}

/** Its words stay on top, where editors look for them. */
const orNull = ({ description, examples, ...node }: SchemaNode): SchemaNode => ({
  ...(description !== undefined && { description }),
  ...(examples !== undefined && { examples }),
  anyOf: [node, { type: "null" }],
});

const mapped = <T, U>(table: Record<string, T>, change: (value: T, name: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value, name)]));
