/** A text, plain or in both languages. */
export const TEXT = {
  anyOf: [
    { type: "string" },
    {
      type: "object",
      required: ["en", "zh"],
      additionalProperties: false,
      properties: { en: { type: "string" }, zh: { type: "string" } },
    },
  ],
};

const RECORD = {
  source: { type: "string", description: "A key of sources" },
  note: TEXT,
  unit: { type: "string", description: "Unit of a plain value" },
  date: { type: "string" },
};

const NUMBER = { type: ["number", "string"] };

/** A value with its provenance; a change of one may leave the value as it is. */
const record = (value: object, required: readonly string[]) => ({
  type: "object",
  required,
  additionalProperties: false,
  properties: { value, range: { type: "array", items: NUMBER, minItems: 2, maxItems: 2 }, ...RECORD },
});

const quantity = (required: readonly string[]) => ({
  anyOf: [
    { type: "number" },
    { type: "string", description: "A number with a unit, or a formula that starts with =" },
    record(NUMBER, required),
  ],
});

const POINTS = {
  type: "array",
  minItems: 1,
  items: record(NUMBER, ["date", "value"]),
};

/** What the leaves of the schema may hold; those that end in Change stand in files that extend another. */
export const DEFINITIONS = {
  quantity: quantity(["value"]),
  quantityChange: quantity([]),
  series: { anyOf: [{ $ref: "#/$defs/quantity" }, POINTS] },
  seriesChange: { anyOf: [{ $ref: "#/$defs/quantityChange" }, POINTS] },
  formula: { anyOf: [{ type: "string" }, record({ type: "string" }, ["value"])] },
  date: { anyOf: [{ type: "string" }, record({ type: "string" }, ["value"])] },
  clock: { type: ["number", "string"], description: "An hour of the day, like 9 or 00:30" },
  zone: { type: ["number", "string"], description: "Hours ahead of UTC, or a time zone like Asia/Shanghai" },
  launch: { $ref: "#/$defs/date" },
};
