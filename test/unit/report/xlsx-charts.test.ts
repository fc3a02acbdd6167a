import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { buildReport } from "../../../report/document/build.ts";
import { column } from "../../../report/document/sheets/sheet.ts";
import type { ReportDocument } from "../../../report/document/model.ts";
import { xlsx } from "../../../report/writers/xlsx.ts";
import { variant } from "../../support/scenarios.ts";
import { armOf, asked } from "../../support/report-arms.ts";

const FOCUS = "vendors.zhipu.tokenShare@2024-09-30";
let document: ReportDocument;
let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  const agents = "demand: {agents: 300}\n";
  const cut = `events: [{date: 2024-08-19, kind: price, product: deepseek.v2, price: {input: 0.5, output: 1}}]\n`;
  const base = armOf(variant(agents), 5);
  const changed = { ...armOf(variant(agents + cut), 5), from: base.scenario };
  const how = { lang: "en", template: "board", focus: FOCUS } as const;
  document = { ...buildReport([changed, base], asked(how), "0"), sheets: () => [] };
  document = {
    ...document,
    sheets: () => [{ id: "series", title: { en: "Series", zh: "序列" }, columns: [], rows: [] }],
  };
  const [{ bytes }] = await xlsx.write(document, {} as never, "board");
  const texts = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]);
  files = Object.fromEntries(texts) as Record<string, string>;
});

describe("an Excel file", () => {
  it("has a chart of Excel's own for each picture over time, on the sheet of its numbers", () => {
    const panels = document.sections
      .flatMap((s) => s.blocks)
      .filter((b) => b.kind === "figure" && b.figure.drawing.kind === "panel");
    expect(panels.length).toBeGreaterThan(1);
    for (let n = 1; n <= panels.length; n++) {
      expect(files[`xl/worksheets/sheet${n + 1}.xml`]).toContain('<drawing r:id="rId1"/>');
      expect(files[`xl/worksheets/_rels/sheet${n + 1}.xml.rels`]).toContain(`drawings/drawing${n}.xml`);
      expect(files[`xl/drawings/_rels/drawing${n}.xml.rels`]).toContain(`charts/chart${n}.xml`);
      expect(files["[Content_Types].xml"]).toContain(`/xl/charts/chart${n}.xml`);
    }
  });

  it("draws cells that are there: as many names as columns, as many dates as rows", () => {
    const [chart, sheet] = [files["xl/charts/chart1.xml"], files["xl/worksheets/sheet2.xml"]];
    const name = /name="(Zhipu[^"]*)"/.exec(files["xl/workbook.xml"])![1];
    expect(chart.replaceAll("&#39;", "'")).toContain(`'${name}'!$B$2:$B$`);
    const last = Number(/\$B\$2:\$B\$(\d+)/.exec(chart)![1]);
    expect(sheet).toContain(`<row r="${last}">`);
    expect(sheet).not.toContain(`<row r="${last + 1}">`);
    expect(chart.match(/<c:ser>/g)).toHaveLength(4); // the line, its baseline, both ends of its band
    for (const column of ["B", "C", "D", "E"]) expect(sheet).toContain(`r="${column}1"`);
  });

  it("holds the series of who is in focus and of the market, not those of others", async () => {
    const who = [
      "market",
      "vendor zhipu",
      "product zhipu.glm-4",
      "vendor baidu",
      "product baidu.ernie-4",
      "segment bulk",
    ];
    const rows = who.map((of) => [of.split(" ")[0], of.split(" ")[1] ?? "market"]);
    const columns = ["entity", "id"].map((name) => column(name, "text", { en: "", zh: "" }));
    const series = { id: "series", title: { en: "Series", zh: "序列" }, columns, rows };
    const found = async (focus: string | null) => {
      const of = { ...document, manifest: { ...document.manifest, focus }, sheets: () => [series] };
      const [{ bytes }] = await xlsx.write(of, {} as never, "board");
      return (await readSheet(Buffer.from(bytes), "Series")).slice(1).map(([, id]) => id);
    };
    expect(await found(FOCUS)).toEqual(["market", "zhipu", "zhipu.glm-4"]);
    expect(await found("products.baidu.ernie-4.users@2024-09-30")).toEqual(["market", "baidu", "baidu.ernie-4"]);
    expect(await found("market.hhi@2024-09-30")).toHaveLength(6);
    expect(await found(null)).toHaveLength(6);
  });
});
