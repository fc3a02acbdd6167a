import { z } from "zod";
import { type Text } from "../text/text.ts";
import { builders } from "./builders.ts";
import type { Context } from "./context.ts";
import { designSchema } from "./design-schema.ts";
import { exampleOf } from "./field-example.ts";
import { designFieldText, fieldText } from "./field-words.ts";
import { DEFINITIONS, TEXT } from "./schema-definitions.ts";
import { scenarioSchema } from "./schema.ts";
import { fields, type LeafNote, relaxed, type SchemaNode } from "./schema-walk.ts";

/** A field as a reference lists it. */
export interface FieldEntry {
  readonly path: string;
  readonly text: Text | undefined;
  readonly unit: string;
  readonly range: string;
  readonly default: unknown;
  readonly example: string;
}

const CURRENCY = "CNY"; // of examples

/** The JSON Schema of scenario files, for editors: of those that stand alone, and of those that change another. */
export function scenarioJsonSchema(): unknown {
  const { $schema, ...top } = described(scenarioFields(), fieldText);
  const strategy = hoistStrategies(top as SchemaNode);
  const own: SchemaNode = { description: fieldText("extends")!.en, type: "string" };
  const change = relaxed(top as SchemaNode);
  return {
    $schema,
    title: "pricewar scenario",
    anyOf: [{ $ref: "#/$defs/change" }, { $ref: "#/$defs/whole" }],
    $defs: {
      ...DEFINITIONS,
      strategy,
      strategyChange: relaxed(strategy),
      whole: top,
      change: { ...change, required: ["extends"], properties: { extends: own, ...change.properties } },
    },
  };
}

/** Vendors and products choose among the same strategies: said once, which halves the file. */
function hoistStrategies(top: SchemaNode): SchemaNode {
  const chosen = [...fields(top)].filter(({ path }) => path.endsWith(".strategy")).map(({ node }) => node);
  const { description: _, ...strategy } = chosen[0];
  for (const node of chosen) {
    const { description } = node;
    for (const key of Object.keys(node)) delete node[key];
    Object.assign(node, { $ref: "#/$defs/strategy", description });
  }
  return strategy as SchemaNode;
}

/** The JSON Schema of design files. */
export function designJsonSchema(): unknown {
  const schema = described(z.toJSONSchema(designSchema, { io: "input" }) as SchemaNode, designFieldText);
  return { ...schema, title: "pricewar design" };
}

/** Every field of scenario files, and of designs, with what it is for. */
export const scenarioReference = (): FieldEntry[] => entries(scenarioFields(), fieldText);
export const designReference = (): FieldEntry[] =>
  entries(z.toJSONSchema(designSchema, { io: "input" }) as SchemaNode, designFieldText);

function scenarioFields(): SchemaNode {
  const context: Context = {
    money: { currency: CURRENCY, fx: {} },
    currencies: [],
    parameters: {},
    clock: null,
    records: new Map(),
    doubts: new Map(),
  };
  return z.toJSONSchema(scenarioSchema(builders(context)), {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const meta = (zodSchema as unknown as z.ZodType).meta?.() as (LeafNote & { leaf?: string }) | undefined;
      const node = jsonSchema as SchemaNode;
      const def = zodSchema._zod.def as { readonly type: string; readonly defaultValue?: unknown };
      if (def.type === "default") node.default = def.defaultValue; // zod leaves out those of what is converted
      if (!meta?.leaf) return;
      for (const key of Object.keys(node)) delete node[key];
      Object.assign(node, meta.leaf === "text" ? TEXT : { $ref: `#/$defs/${meta.leaf}` });
      node.leaf = { unit: meta.unit, bounds: meta.bounds };
    },
  }) as SchemaNode;
}

type TextOf = (path: string) => Text | undefined;

function described(schema: SchemaNode, textOf: TextOf): SchemaNode {
  for (const { path, node } of fields(schema)) {
    const { text, unit, range, example } = entry(path, node, textOf);
    const parts = [text?.en, unit && `Unit: ${unit}.`, range && `Range: ${range}.`].filter((part) => part);
    const leaf = leafOf(node);
    if (parts.length > 0) node.description = parts.join(" ");
    if (leaf && example) node.examples = [example];
  }
  const isNote = (key: string, x: unknown) => key === "leaf" && typeof x === "object" && x !== null && "unit" in x;
  return JSON.parse(JSON.stringify(schema, (key, x) => (isNote(key, x) ? undefined : x))) as SchemaNode;
}

const entries = (schema: SchemaNode, textOf: TextOf): FieldEntry[] =>
  [...fields(schema)].map(({ path, node }) => entry(path, node, textOf));

function entry(path: string, node: SchemaNode, textOf: TextOf): FieldEntry {
  const leaf = leafOf(node);
  return {
    path,
    text: textOf(path),
    unit: leaf && leaf.unit !== "1" ? leaf.unit : "",
    range: rangeOf(node, leaf),
    default: node.default,
    example: exampleOf(node, leaf, CURRENCY),
  };
}

/** Of a value that may also be null, the value's. */
const leafOf = (node: SchemaNode): LeafNote | undefined =>
  node.leaf ?? node.anyOf?.map(leafOf).find((leaf) => leaf !== undefined);

function rangeOf(node: SchemaNode, leaf: LeafNote | undefined): string {
  const choices = node.enum ?? node.anyOf?.flatMap((o) => (o.const === undefined ? [] : [o.const])) ?? [];
  if (choices.length > 0) return choices.join(", ");
  const { min, max, exclusiveMin, integer } = leaf?.bounds ?? numeric(node);
  const low = exclusiveMin === undefined ? (min === undefined ? "" : `≥ ${min}`) : `> ${exclusiveMin}`;
  const high = max === undefined ? "" : `≤ ${max}`;
  return [integer ? "whole" : "", low, high].filter((part) => part !== "").join(", ");
}

function numeric({ type, minimum, maximum }: SchemaNode): NonNullable<LeafNote["bounds"]> {
  const bound = (x: unknown) => (typeof x === "number" && Math.abs(x) < Number.MAX_SAFE_INTEGER ? x : undefined);
  return { min: bound(minimum), max: bound(maximum), integer: type === "integer" };
}
