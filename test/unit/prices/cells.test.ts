import { expect, test } from "vitest";
import { readPrices } from "../../../prices/read.ts";

test("a quotation mark that nothing closes takes no rows with it, and its line is told", () => {
  const head = "vendor,model,input,output,currency,source";
  for (const end of ["\n", "\r\n"]) {
    const file = readPrices(
      [head, 'Z,A,1,2,USD,"a ""fine"" one', 'Z,B,1,2,USD,"x', "Z,C,3,4,USD,y", "Z,D,5,6,USD,"].join(end),
    )!;
    expect(file.rows.map(({ model }) => model)).toEqual(["A", "B", "C", "D"]);
    expect(file.notes[0].en).toMatch(/^Line 2, 3: a quotation mark opens a cell/);
  }
  const fine = readPrices(`${head}\nZ,A,1,2,USD,"two\nlines, ""both"""\nZ,B,1,2,USD,5" wide\n`)!;
  expect(fine.rows.map(({ model }) => model)).toEqual(["A", "B"]);
  expect(fine.notes.filter(({ en }) => en.startsWith("Line"))).toEqual([]);
});

test("fifty thousand columns are read in seconds, and those that hold something are told shortened", () => {
  const more = Array.from({ length: 50_000 }, (_, k) => `x${k}`);
  const start = performance.now();
  const file = readPrices(`vendor,model,input,output,currency,${more.join(",")}\nZ,A,1,2,USD,${more.join(",")}\n`)!;
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(file.rows).toHaveLength(1);
  expect(file.notes.map(({ en }) => en).find((note) => note.startsWith("Columns"))).toMatch(/“x11” and 49988 more\.$/);
});
