/**
 * Names that merged cells say once for all rows below. A column is taken for such where it leaves out more than one
 * name and never writes one twice in a row; elsewhere an empty cell is a name that is missing.
 */
export function filledDown(column: readonly string[]): { readonly filled: readonly string[]; readonly at: number[] } {
  const first = column.findIndex((name) => name !== "");
  const at = column.flatMap((name, k) => (first >= 0 && k > first && name === "" ? [k] : []));
  const repeats = column.some((name, k) => k > 0 && name !== "" && name === column[k - 1]);
  if (at.length < 2 || repeats) return { filled: column, at: [] };
  let last = "";
  return { filled: column.map((name, k) => (k < first ? name : (last = name || last))), at };
}
