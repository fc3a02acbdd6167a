import type { SheetData } from "write-excel-file/universal";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { type Language, say } from "../../../engine/index.ts";
import type { ReportDocument } from "../../document/model.ts";
import { BASELINE, DATE } from "../../figures/figure-words.ts";
import type { Figure, PanelDrawing } from "../../figures/figure.ts";
import { BAND_HIGH, BAND_LOW } from "../xlsx-words.ts";

/** A sheet with a picture's numbers, a column a line, and what Excel's own chart of them needs to know. */
export interface ChartSheet {
  readonly sheet: string; // its name
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
  readonly chart: NativeChart;
}

export interface NativeChart {
  readonly title: string;
  readonly unit: string;
  readonly rows: number; // dates
  readonly log: boolean;
  readonly format: string; // of numbers, as Excel writes them
  readonly series: readonly { readonly name: string; readonly color: string; readonly dashed: boolean }[];
}

/** One for every picture over time of a report, in its order. */
export function chartSheets({ sections, lang }: ReportDocument): ChartSheet[] {
  const figures = sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "figure" ? [b.figure] : [])));
  const taken: string[] = [];
  return figures.flatMap((figure) => {
    if (figure.drawing.kind !== "panel") return [];
    const sheet = sheetName(figure.title, taken);
    taken.push(sheet.toLowerCase());
    return [chartSheet(sheet, figure, figure.drawing, lang)];
  });
}

const LONGEST = 28; // of a name's 31, with room for a number

/** Excel allows neither long names nor some marks in them, nor two alike. */
function sheetName(title: string, taken: readonly string[]): string {
  const plain = title
    .replaceAll(/\s*[[\]:*?/\\'：]\s*/g, " ")
    .trim()
    .slice(0, LONGEST);
  const free = (name: string) => !taken.includes(name.toLowerCase());
  if (free(plain)) return plain;
  for (let k = 2; ; k++) if (free(`${plain} ${k}`)) return `${plain} ${k}`;
}

interface Column {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly color: string;
  readonly dashed: boolean;
}

const GREY = "A2A7AE";

/** A line that stands alone comes with its baseline and its band. */
function columnsOf(lines: readonly ChartLine[], lang: Language): Column[] {
  const colorOf = ({ ink }: ChartLine) => ink.mark.slice(1).toUpperCase();
  const solid = (line: ChartLine, name: string): Column => ({
    name,
    values: line.values,
    color: colorOf(line),
    dashed: false,
  });
  if (lines.length > 1) return lines.map((line) => solid(line, line.title));
  const [line] = lines;
  const { baseline, low, high } = line;
  const beside = [
    { name: say(BASELINE, lang), values: baseline, color: GREY, dashed: false },
    { name: say(BAND_LOW, lang), values: low, color: colorOf(line), dashed: true },
    { name: say(BAND_HIGH, lang), values: high, color: colorOf(line), dashed: true },
  ];
  return [solid(line, line.label), ...beside.flatMap(({ values, ...rest }) => (values ? [{ ...rest, values }] : []))];
}

function chartSheet(sheet: string, figure: Figure, drawing: PanelDrawing, lang: Language): ChartSheet {
  const { dates, lines } = drawing;
  const measure = measureOf(drawing.measure);
  const log = measure.scale === "log";
  const format = measure.format === "share" ? "0.0%" : "#,##0.###";
  const columns = columnsOf(lines, lang);
  const head = [say(DATE, lang), ...columns.map(({ name }) => name)];
  const cell = (x: number) => (Number.isFinite(x) && !(log && x <= 0) ? { value: x, type: Number, format } : null);
  const day = (date: string) => ({ value: new Date(`${date}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" });
  return {
    sheet,
    data: [
      head.map((value) => ({ value, fontWeight: "bold" as const })),
      ...dates.map((date, t) => [day(date), ...columns.map(({ values }) => cell(values[t]))]),
    ],
    columns: head.map(() => ({ width: 14 })),
    chart: {
      title: figure.title,
      unit: figure.plain,
      rows: dates.length,
      log,
      format: measure.format === "share" ? "0%" : "#,##0.##",
      series: columns.map(({ name, color, dashed }) => ({ name, color, dashed })),
    },
  };
}
