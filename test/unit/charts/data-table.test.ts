import { describe, expect, test } from "vitest";
import { csv, csvCell, tsv } from "../../../charts/data/data-table.ts";

const HOSTILE = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-1+1|cmd",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "＝1+1",
  '=HYPERLINK("http://x","y")',
];

describe("a name that begins as a formula does is a text to every spreadsheet", () => {
  test.each(HOSTILE)("%j", (name) => {
    expect(csvCell(name)).toMatch(/^"?'/);
    const table = { head: [name], rows: [[name]] };
    for (const text of [csv(table), tsv(table)]) expect(text.replace(/^\ufeff/, "")).not.toMatch(/(^|[\n,"])[=+@＝]/);
  });
  test.each(["-1", "-1.5e-7", "+3", "-5%", "-1,234.5", "", "2024-01-01", "A-B", "a=b"])("%j stays as it is", (cell) =>
    expect(csvCell(cell).replaceAll('"', "")).toBe(cell),
  );
});
