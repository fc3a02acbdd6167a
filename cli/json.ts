/** Plain data as people and programs read it: one space of indent, null for what is not finite. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, asNull, 1)}\n`;

/** For `--json`: the same on one line. */
export const jsonLine = (value: unknown): string => JSON.stringify(value, asNull);

const asNull = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? null : value;
