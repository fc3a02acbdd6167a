/** Parts that stay the same object as long as nothing in them changes, such as what a market came to. */
const texts = new WeakMap<object, string>();

/**
 * JSON of a view, `depth` objects deep; what lies below is put into words once, whoever it is sent to next: sixty pages
 * share fifteen markets, and a round's numbers stay while its decisions come in.
 */
export function viewText(x: unknown, depth: number): string {
  if (typeof x !== "object" || x === null) return JSON.stringify(x);
  if (depth > 0) return Array.isArray(x) ? listText(x, depth - 1) : recordText(x, depth - 1);
  const text = texts.get(x) ?? JSON.stringify(x);
  texts.set(x, text);
  return text;
}

const listText = (list: readonly unknown[], depth: number): string =>
  `[${list.map((x) => viewText(x, depth)).join(",")}]`;

const recordText = (record: object, depth: number): string =>
  `{${Object.entries(record)
    .filter(([, x]) => x !== undefined)
    .map(([key, x]) => `${JSON.stringify(key)}:${viewText(x, depth)}`)
    .join(",")}}`;
