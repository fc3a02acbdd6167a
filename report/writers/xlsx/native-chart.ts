import { strFromU8, unzipSync } from "fflate";
import { escape } from "../html/escape.ts";
import { utf8 } from "../writer.ts";
import type { ChartSheet, NativeChart } from "./chart-sheets.ts";

const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const PLACE = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;

const relation = (type: string, target: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">` +
  `<Relationship Id="rId1" Type="${LINKS}/${type}" Target="${target}"/></Relationships>`;

/**
 * What a workbook needs beside its sheets for charts of Excel's own (ECMA-376 part 1, 20.5 and 21.2): the library that
 * writes the sheets knows none.
 * @param first number of the first sheet with a chart; the others follow it
 */
export function withCharts(zip: Uint8Array, first: number, sheets: readonly ChartSheet[]): Record<string, Uint8Array> {
  if (sheets.length === 0) return {};
  const files = unzipSync(zip, { filter: ({ name }) => /sheet\d+\.xml$|Content_Types/.test(name) });
  const out: Record<string, Uint8Array> = {};
  const types: string[] = [];
  for (const [k, { sheet, chart }] of sheets.entries()) {
    const [page, n] = [`xl/worksheets/sheet${first + k}.xml`, k + 1];
    const xml = strFromU8(files[page]);
    out[page] = utf8(xml.replace("</worksheet>", `<drawing r:id="rId1"/></worksheet>`));
    out[`xl/worksheets/_rels/sheet${first + k}.xml.rels`] = utf8(relation("drawing", `../drawings/drawing${n}.xml`));
    out[`xl/drawings/drawing${n}.xml`] = utf8(drawing(chart));
    out[`xl/drawings/_rels/drawing${n}.xml.rels`] = utf8(relation("chart", `../charts/chart${n}.xml`));
    out[`xl/charts/chart${n}.xml`] = utf8(chartXml(sheet, chart));
    types.push(part(`drawings/drawing${n}`, "drawing"), part(`charts/chart${n}`, "drawingml.chart"));
  }
  const listed = strFromU8(files["[Content_Types].xml"]).replace("</Types>", `${types.join("")}</Types>`);
  return { ...out, "[Content_Types].xml": utf8(listed) };
}

const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;

/** Where the chart lies: to the right of its numbers, sixteen columns wide. */
function drawing({ title, series }: NativeChart): string {
  const at = (col: number, row: number) =>
    `<xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  const left = series.length + 2;
  return (
    `${HEAD}<xdr:wsDr xmlns:xdr="${PLACE}" xmlns:a="${MAIN}"><xdr:twoCellAnchor>` +
    `<xdr:from>${at(left, 1)}</xdr:from><xdr:to>${at(left + 10, 25)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escape(title)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}">` +
    `<c:chart xmlns:c="${CHART}" xmlns:r="${LINKS}" r:id="rId1"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

const DATES = 1; // ids of the axes
const VALUES = 2;

function chartXml(sheet: string, { title, unit, rows, log, format, series }: NativeChart): string {
  const lines = series.map((one, k) => seriesXml(sheet, one, k, rows)).join("");
  const scale = `<c:scaling>${log ? '<c:logBase val="10"/>' : ""}<c:orientation val="minMax"/></c:scaling>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="9525">${fill("ECEDEA")}</a:ln></c:spPr></c:majorGridlines>`;
  return (
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${LINKS}"><c:chart>` +
    `${titleXml(title, 14, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}` +
    `<c:marker val="1"/><c:axId val="${DATES}"/><c:axId val="${VALUES}"/></c:lineChart>` +
    `<c:dateAx><c:axId val="${DATES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="b"/><c:numFmt formatCode="mmm\\ yy" sourceLinked="0"/><c:majorTickMark val="out"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${VALUES}"/>` +
    `<c:crosses val="${log ? "min" : "autoZero"}"/>` +
    `<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="2"/>` +
    `<c:majorTimeUnit val="months"/></c:dateAx>` +
    `<c:valAx><c:axId val="${VALUES}"/>${scale}<c:delete val="0"/><c:axPos val="l"/>${grid}` +
    `${titleXml(unit, 10, false)}<c:numFmt formatCode="${escape(format)}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:crossAx val="${DATES}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx></c:plotArea>` +
    `<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>` +
    `<c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

const fill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

const titleXml = (text: string, points: number, bold: boolean): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-US" sz="${100 * points}" b="${bold ? 1 : 0}"/>` +
  `<a:t>${escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** A line: its name from the head of its column, its values from below. */
function seriesXml(sheet: string, { color, dashed }: NativeChart["series"][number], k: number, rows: number): string {
  const cells = (column: string, from: number, to: number) =>
    `<c:f>${escape(`'${sheet}'!$${column}$${from}${to === from ? "" : `:$${column}$${to}`}`)}</c:f>`;
  const own = letters(k + 1);
  const line = `<a:ln w="${dashed ? 9525 : 22225}">${fill(color)}${dashed ? '<a:prstDash val="dash"/>' : ""}</a:ln>`;
  return (
    `<c:ser><c:idx val="${k}"/><c:order val="${k}"/><c:tx><c:strRef>${cells(own, 1, 1)}</c:strRef></c:tx>` +
    `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>` +
    `<c:cat><c:numRef>${cells("A", 2, rows + 1)}</c:numRef></c:cat>` +
    `<c:val><c:numRef>${cells(own, 2, rows + 1)}</c:numRef></c:val><c:smooth val="0"/></c:ser>`
  );
}

/** The name of a column: A, B, … Z, AA. */
const letters = (k: number): string =>
  (k >= 26 ? letters(Math.floor(k / 26) - 1) : "") + String.fromCodePoint(65 + (k % 26));
