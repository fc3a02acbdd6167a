/** Plain data as people and programs read it, with one space of indent. What is not finite becomes null. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
