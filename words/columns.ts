/** Columns a text takes in a terminal: a Han character or full-width mark takes two. */
export const columnsOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, c) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );

export const padEndColumns = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));
