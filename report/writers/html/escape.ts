const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML or XML text. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]);

/** Data inside a script element: no `<` may end it. */
export const scriptData = (value: unknown): string => JSON.stringify(value).replaceAll("<", String.raw`\u003c`);

/** Code inside a script element; what it must not contain means the same with a backslash, in strings and patterns. */
export const scriptCode = (code: string): string =>
  code.replaceAll(/<\/(script)/gi, String.raw`<\/$1`).replaceAll("<!--", String.raw`<\!--`);
