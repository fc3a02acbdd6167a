import { z } from "zod";
import { builders } from "./builders.ts";
import type { Context } from "./context.ts";
import { scenarioSchema } from "./schema.ts";

/** The JSON Schema of scenario files, for editors. */
export function scenarioJsonSchema(): unknown {
  const context: Context = {
    money: { currency: "CNY", fx: {} },
    currencies: [],
    parameters: {},
    clock: null,
    records: new Map(),
    doubts: new Map(),
  };
  const schema = z.toJSONSchema(scenarioSchema(builders(context)), {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const meta = (zodSchema as unknown as z.ZodType).meta?.() as { leaf?: string; unit?: string } | undefined;
      if (!meta?.leaf) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(
        jsonSchema,
        { $ref: `#/$defs/${meta.leaf}` },
        meta.unit && meta.unit !== "1" ? { description: `Unit: ${meta.unit}` } : {},
      );
    },
  }) as Record<string, unknown>;
  const { properties, required } = schema as { properties: object; required?: string[] };
  return {
    ...schema,
    title: "pricewar scenario",
    properties: {
      extends: { type: "string", description: "Id or file of the scenario this one changes" },
      ...properties,
    },
    required: undefined, // what an extended scenario says need not be said again
    anyOf: [{ required: ["extends"] }, { required }],
    $defs: DEFINITIONS,
  };
}

const RECORD = {
  source: { type: "string", description: "A key of sources" },
  note: {
    anyOf: [
      { type: "string" },
      {
        type: "object",
        required: ["en", "zh"],
        additionalProperties: false,
        properties: { en: { type: "string" }, zh: { type: "string" } },
      },
    ],
  },
  unit: { type: "string" },
};

const DEFINITIONS = {
  quantity: {
    anyOf: [
      { type: "number" },
      { type: "string", description: "A number with a unit, or a formula that starts with =" },
      {
        type: "object",
        required: ["value"],
        additionalProperties: false,
        properties: {
          value: { type: ["number", "string"] },
          range: { type: "array", minItems: 2, maxItems: 2 },
          ...RECORD,
        },
      },
    ],
  },
  series: {
    anyOf: [
      { $ref: "#/$defs/quantity" },
      {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["date", "value"],
          additionalProperties: false,
          properties: {
            date: { type: "string", format: "date" },
            value: { type: ["number", "string"] },
            range: { type: "array" },
            ...RECORD,
          },
        },
      },
    ],
  },
  formula: { type: "string", description: "A formula; the parameter's help says of what" },
  launch: { anyOf: [{ const: "never" }, { $ref: "#/$defs/date" }] },
  date: {
    anyOf: [
      { type: "string", format: "date" },
      {
        type: "object",
        required: ["value"],
        additionalProperties: false,
        properties: { value: { type: "string", format: "date" }, ...RECORD },
      },
    ],
  },
};
