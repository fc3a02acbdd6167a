import { strFromU8, unzipSync, zipSync } from "fflate";
import { dayNumber } from "../../../engine/index.ts";
import { utf8 } from "../writer.ts";

/**
 * An axis of dates as Office and its like draw it (ECMA-376 part 1, 21.2.2.39): months apart as they are, level, as
 * many as there is room for. PptxGenJS takes days as numbers, writes the axis in an order a strict reader refuses and
 * the days of the workbook behind it as words.
 */

const EPOCH = dayNumber("1899-12-30"); // of Office's days

/** A date as a number of Office's days. */
export const officeDay = (iso: string): string => String(dayNumber(iso) - EPOCH);

/** What has to be put otherwise in a deck whose charts have dates. */
export function withDates(zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const files = unzipSync(zip, { filter: ({ name }) => /^ppt\/(charts|embeddings)\//.test(name) });
  const out: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (!/charts\/chart\d+\.xml$/.test(name)) continue;
    const xml = strFromU8(bytes);
    if (!xml.includes("<c:dateAx>")) continue;
    out[name] = utf8(axis(xml));
    const relations = strFromU8(files[name.replace("charts/", "charts/_rels/") + ".rels"]);
    const book = `ppt/embeddings/${/embeddings\/([^"]+)"/.exec(relations)![1]}`;
    out[book] = withDays(files[book]);
  }
  return out;
}

const axis = (xml: string): string =>
  xml
    .replace(/(<c:dateAx>[^]*?)<a:bodyPr\/>/, '$1<a:bodyPr rot="0" vert="horz"/>')
    .replace(/<c:auto val="1"\/>(?:(?!<c:auto)[^])*?<c:majorUnit val="(\d+)"\/>[^]*?<\/c:dateAx>/, tail);

const tail = (_: string, months: string): string =>
  `<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="${months}"/>` +
  `<c:majorTimeUnit val="months"/></c:dateAx>`;

const SHEET = "xl/worksheets/sheet1.xml";
const FORMATS =
  `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` +
  `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>`;

/** The first column as dates. */
function withDays(book: Uint8Array): Uint8Array {
  const files = unzipSync(book);
  const text = (name: string) => strFromU8(files[name]);
  const words = [...text("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, word]) => word);
  const cell = (whole: string, row: string, k: string) =>
    /^\d+$/.test(words[Number(k)]) ? `<c r="A${row}" s="1"><v>${words[Number(k)]}</v></c>` : whole;
  return zipSync({
    ...files,
    [SHEET]: utf8(text(SHEET).replace(/<c r="A(\d+)" t="s"><v>(\d+)<\/v><\/c>/g, cell)),
    "xl/styles.xml": utf8(text("xl/styles.xml").replace("<dxfs", `${FORMATS}<dxfs`)),
  });
}
