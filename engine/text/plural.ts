/** “1 day”, “3 days”: a count with its English noun. A count may be written out already. */
export const plural = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${String(count) === "1" ? one : many}`;
