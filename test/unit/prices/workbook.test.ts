import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readPriceFile } from "../../../prices/read.ts";
import { nearCells } from "../../../prices/workbook.ts";

const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const text = (cell: string, place: string) => `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
const number = (value: string, place: string) => `<c r="${place}">${value}</c>`;
const row = (k: number, ...cells: string[]) => `<row r="${k}">${cells.join("")}</row>`;
const relations = (...all: string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
const priced = (k: number, model: string, input: string, day = "") =>
  row(
    k,
    text("Zhipu", `A${k}`),
    text(model, `B${k}`),
    number(input, `C${k}`),
    number("<v>2</v>", `D${k}`),
    text("USD", `E${k}`),
    day,
  );

/** A workbook of one sheet: headings, two rows of prices, and what else its text is to hold. */
function workbook(more: string, price = "<v>1</v>"): Uint8Array {
  const heads = ["vendor", "model", "input", "output", "currency", "date"];
  const headings = row(1, ...heads.map((head, k) => text(head, `${"ABCDEF"[k]}1`)));
  const data = `${headings}${priced(2, "X", price)}${priced(3, "Y", "<v>3</v>")}${more}`;
  const sheets = '<sheets><sheet name="S" sheetId="1" r:id="s"/></sheets>';
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>';
  const sheet = relation("s", "worksheet", "worksheets/sheet1.xml");
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"/>`,
    "_rels/.rels": relations(relation("r", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}">${sheets}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations(sheet, relation("t", "styles", "styles.xml")),
    "xl/styles.xml": `<styleSheet xmlns="${SHEETS}">${styles}</styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${SHEETS}"><sheetData>${data}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

async function read(bytes: Uint8Array) {
  const { rows, skipped, notes } = (await readPriceFile(bytes))!;
  const told = notes.map(({ en }) => en).filter((note) => note.startsWith("Not read"));
  return { models: rows.map(({ model }) => model), left: skipped.map(({ why }) => why.en), told };
}

test("a cell that somebody touched far off is no sheet of as many, and what it holds is told", async () => {
  const cell = (inside: string) => `<row r="1048576"><c r="XFD1048576" s="1"${inside}</row>`;
  const start = performance.now();
  expect(await read(workbook(cell("/>")))).toEqual({ models: ["X", "Y"], left: [], told: [] });
  expect(await read(workbook(cell("><v>5</v></c>")))).toMatchObject({
    models: ["X", "Y"],
    told: ["Not read: cells of a sheet beyond row 60000 or column 256."],
  });
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("cells beyond any sheet, without an end or of no text are a damaged workbook, no empty one", async () => {
  for (const more of [
    '<row r="99999999999"><c r="ZZZZZZZZZ99999999999"><v>1</v></c></row>',
    '<row r="99999999999"/>',
    `${'<c r="XFD1048576">'.repeat(100_000)}`,
    '<row r="4"><c r="A4" t="s"><v>99</v></c></row>',
  ])
    expect((await read(workbook(more))).told).toEqual([expect.stringContaining("the workbook is damaged")]);
});

test("a workbook that unpacks to more than any price list is told from its sizes, and not unpacked", async () => {
  const start = performance.now();
  const { told } = await read(workbook(" ".repeat(101_000_000)));
  expect(told).toEqual([expect.stringContaining("more than 100 MB")]);
  expect(performance.now() - start).toBeLessThan(30_000);
});

test("a cell that holds no number or no day costs its own row, not the whole workbook", async () => {
  expect(await read(workbook("", "<v>NaN</v>"))).toMatchObject({ models: ["Y"], left: ["“NaN” is no price"] });
  const noted = await read(workbook(priced(4, "Z", "<v>1</v>", '<c r="F4" s="1"><v>1e300</v></c>')));
  expect(noted).toMatchObject({ models: ["X", "Y"], left: ["“#####” is no date"] });
});

test("only cells far off are taken out of a sheet's text", () => {
  const near = '<c r="A1"><v>1</v></c>';
  expect(nearCells(near)).toEqual({ text: near, cut: false, lost: false });
  expect(nearCells(`${near}<x:c s='1' r='XFD99999'/>${near}`).text).toBe(near + near);
});
