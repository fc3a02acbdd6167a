import { expect, test } from "vitest";
import { readCsv } from "../../../engine/text/csv.ts";

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells);

test("cells are set apart by whichever mark the first row has most of", () => {
  expect(readCsv("a;b,c;d\n1;2,5;3\n")).toMatchObject({
    columns: ["a", "b,c", "d"],
    rows: [{ cells: ["1", "2,5", "3"] }],
  });
  expect(readCsv("a\tb\n1\t2").rows).toEqual([{ line: 2, cells: ["1", "2"] }]);
});

test("rows without a value are none, nor are those that begin with #; what is left keeps its line", () => {
  expect(readCsv("a,b\n,\n# a note, of two cells\n\n1,\n,2\n").rows).toEqual([
    { line: 5, cells: ["1", ""] },
    { line: 6, cells: ["", "2"] },
  ]);
});

test("a quotation mark within a cell is a character; one that nothing closes is told at its line", () => {
  expect(cells('a,b\n5" disk,1\n6" disk,2\n')).toEqual([
    ['5" disk', "1"],
    ['6" disk', "2"],
  ]);
  expect(readCsv('a,b\n1,2\n1,"x\n3,4\n').fault).toMatchObject({ line: 3 });
  expect(readCsv('a,b\n1,"2\n3"\n').fault).toBeNull();
});

test("a row with more in it than the first has names is told: a decimal comma is no end of a number", () => {
  expect(readCsv("demand.mu\n0.1\n0,2\n").fault).toMatchObject({ line: 3 });
  expect(readCsv("a,b\n1,2,\n").fault).toBeNull();
});

test("quotes hold marks, line ends and quotes, and lines are counted through them", () => {
  expect(cells('a,b\n"x, ""y""\nz",1\n')).toEqual([['x, "y"\nz', "1"]]);
  expect(readCsv('a\n"1\n2"\n3\n').rows.map(({ line }) => line)).toEqual([2, 4]);
});
