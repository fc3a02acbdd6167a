import { strFromU8, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { buildReport } from "../../report/document/build.ts";
import type { Manifest } from "../../report/document/manifest.ts";
import type { ReportDocument } from "../../report/document/model.ts";
import { textOf } from "../../report/document/sentence.ts";
import { type Host, writers } from "../../report/writers/index.ts";
import { armOf, asked } from "../support/report-arms.ts";
import { variant } from "../support/scenarios.ts";

const host: Host = {
  runtime: () => Promise.resolve("void 0; // </script> <!--"),
  sqlParts: () =>
    Promise.resolve({
      script: "void 1;",
      style: "p {}",
      worker: "void 2; // </script>",
      database: new Uint8Array([3]),
    }),
  rasterise: () => Promise.reject(new Error("not here")),
  print: () => Promise.reject(new Error("not here")),
};

let document: ReportDocument;
beforeAll(() => {
  const [a, b] = ["", "vendors: {deepseek: {products: {v2: {launch: never}}}}"].map((t) =>
    armOf(variant(`demand: {agents: 500}\n${t}`), 5),
  );
  document = buildReport([a, b], asked({ lang: "zh" }), "1.2.3");
});

/** A sheet of a workbook, by its name. */
const readXlsx = async (file: Buffer, name: string): Promise<unknown[][]> =>
  (await readWorkbook(file)).find((s) => s.sheet === name)!.data;

const bytesOf = async (id: string, d = document): Promise<Uint8Array> =>
  (await writers.get(id).write(d, host, "r"))[0].bytes;
const textIn = async (id: string): Promise<string> => new TextDecoder().decode(await bytesOf(id));

/** What every file must hold of where it comes from. */
function complete(manifest: Manifest, format: string): void {
  expect(manifest).toMatchObject({ program: "pricewar", version: "1.2.3", seed: "1", replications: 5 });
  expect(manifest.command).toBe(`${document.manifest.command} --format ${format}`);
  expect(manifest.arms.map((arm) => arm.fingerprint)).toEqual(document.manifest.arms.map((arm) => arm.fingerprint));
  expect(manifest.arms[0].scenario).toEqual(JSON.parse(JSON.stringify(document.manifest.arms[0].scenario)));
  expect(manifest.arms[0].sources.map((s) => s.basis)).toContain("assumption");
}

describe("the manifest", () => {
  const within: Readonly<Record<string, RegExp>> = {
    html: /<script type="application\/json" id="manifest">(.*)<\/script>/,
    md: /<!-- pricewar-manifest (.*) -->/,
  };
  it.each(Object.keys(within))("stands in %s in full", async (id) => {
    complete(JSON.parse(within[id].exec(await textIn(id))![1]) as Manifest, id);
  });

  it("stands in JSON, SVG, XLSX, PPTX and Parquet in full, beside CSV", async () => {
    const [, beside] = await writers.get("csv").write(document, host, "r");
    expect(beside.name).toBe("r.csv.manifest.json");
    complete(JSON.parse(new TextDecoder().decode(beside.bytes)) as Manifest, "csv");
    complete((JSON.parse(await textIn("json")) as { manifest: Manifest }).manifest, "json");
    const svg = /<metadata>(.*)<\/metadata>/.exec(await textIn("svg"))![1];
    const unescaped = svg
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    complete(JSON.parse(unescaped) as Manifest, "svg");
    const about = await readXlsx(Buffer.from(await bytesOf("xlsx")), "清单");
    const json = about
      .filter(([key]) => key === "manifest")
      .map(([, value]) => value)
      .join("");
    complete(JSON.parse(json) as Manifest, "xlsx");
    const item = strFromU8(unzipSync(await bytesOf("pptx"))["customXml/item1.xml"]);
    complete(JSON.parse(/CDATA\[([^]*)\]\]><\/manifest>/.exec(item)![1]) as Manifest, "pptx");
    const parquet = await bytesOf("parquet");
    const { key_value_metadata: pairs = [] } = parquetMetadata(parquet.slice().buffer);
    complete(JSON.parse(pairs.find((p) => p.key === "pricewar-manifest")!.value!) as Manifest, "parquet");
  });
});

describe("every format", () => {
  it("is the same bytes for the same report, at whatever time", async () => {
    const ids = ["html", "md", "xlsx", "pptx", "csv", "json", "parquet", "svg"];
    const first = new Map<string, Uint8Array>();
    for (const id of ids) first.set(id, await bytesOf(id));
    await new Promise((later) => setTimeout(later, 2100)); // zips count in steps of two seconds, dates in seconds
    for (const id of ids) expect([id, Buffer.compare(await bytesOf(id), first.get(id)!)]).toEqual([id, 0]);
  });

  it("holds no clock, no path and no machine", async () => {
    for (const id of ["html", "md", "csv", "json", "svg"]) {
      const text = await textIn(id);
      expect(text).not.toContain(process.cwd());
      expect(text).not.toContain(new Date().toISOString().slice(0, 10));
    }
  });
});

describe("a chart's table", () => {
  it("holds per cent where the subtitle over it says so: shares of a day make a hundred", () => {
    const blocks = document.sections.flatMap((section) => section.blocks);
    const figure = blocks.flatMap((b) => (b.kind === "figure" ? [b.figure] : [])).find(({ id }) => id === "shares")!;
    expect(figure.subtitle).toContain("%");
    const { head, rows } = figure.table;
    const shares = rows.at(-1)!.filter((_, k) => k > 0 && !/ [19]0%$/.test(head[k]));
    const sum = shares.reduce((total, cell) => total + Number(cell), 0);
    expect(sum).toBeGreaterThan(99);
    expect(sum).toBeLessThan(101);
  });
});

describe("HTML", () => {
  it("keeps its script whole whatever is in it, and asks for nothing from outside", async () => {
    const html = await textIn("html");
    expect(html.match(/<\/script>/g)).toHaveLength(3); // manifest, data, runtime
    expect(html).toContain("default-src 'none'");
    expect(html.replace(/<script[^]*$/, "")).not.toMatch(/(src|href)="(?!#)/);
  });
});

describe("XLSX", () => {
  it("opens in a reader not ours: tidy sheets, every number, a dictionary that names every column", async () => {
    const file = Buffer.from(await bytesOf("xlsx"));
    const sheets = document.sheets();
    for (const { id, title, columns, rows } of sheets) {
      const read = await readXlsx(file, title.zh);
      expect(read[0]).toEqual(columns.map((c) => c.name));
      expect([id, read.length]).toEqual([id, rows.length + 1]);
      const at = columns.findIndex((c) => c.type === "double");
      if (at >= 0) expect(read.slice(1).map((row) => row[at])).toEqual(rows.map((row) => row[at]));
    }
    const dictionary = sheets.find((s) => s.id === "dictionary")!;
    const described = new Set(dictionary.rows.map(([sheet, column]) => `${sheet}/${column}`));
    for (const { id, columns } of sheets.filter((s) => s !== dictionary))
      for (const { name } of columns) expect(described).toContain(`${id}/${name}`);
  });
});

describe("PPTX", () => {
  it("is well-formed Office XML, with charts of its own and a workbook behind each", async () => {
    const parts = unzipSync(await bytesOf("pptx"));
    const names = Object.keys(parts);
    const types = strFromU8(parts["[Content_Types].xml"]);
    const charts = names.filter((n) => /^ppt\/charts\/chart\d+\.xml$/.test(n));
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const chart of charts) {
      expect(types).toContain(`/${chart}`);
      const relations = strFromU8(parts[chart.replace("charts/", "charts/_rels/") + ".rels"]);
      const book = /Target="\.\.\/embeddings\/([^"]+\.xlsx)"/.exec(relations)?.[1];
      const inner = unzipSync(parts[`ppt/embeddings/${book}`]);
      expect(Object.keys(inner)).toContain("xl/workbook.xml");
      expect(strFromU8(parts[chart])).toMatch(/<c:(lineChart|barChart)>[^]*<c:v>[\d.]+<\/c:v>/);
    }
    for (const [, target] of strFromU8(parts["ppt/_rels/presentation.xml.rels"]).matchAll(/Target="([^"]+)"/g))
      expect(names).toContain(target.startsWith("../") ? target.slice(3) : `ppt/${target}`);
    const slides = names.filter((n) => /^ppt\/slides\/slide\d+\.xml$/.test(n));
    expect(slides.map((n) => strFromU8(parts[n])).join("")).toContain(textOf(document.title).slice(0, 8));
  });
});

describe("CSV and Parquet", () => {
  it("begin with the names of columns; CSV has a mark for Excel where a name is not plain ASCII", async () => {
    expect(await textIn("csv")).toMatch(/^scenario,date,entity,id,metric,unit,mean,p10,p90\n/);
    const [series, ...rest] = document.sheets();
    const rows = series.rows.map((row) => row.with(3, "智谱"));
    const chinese = { ...document, sheets: () => [{ ...series, rows }, ...rest] };
    const bytes = Buffer.from(await bytesOf("csv", chinese));
    expect(bytes.subarray(0, 11).toString("utf8")).toBe("\ufeffscenario");
  });
  it("hold the same rows", async () => {
    const parquet = await bytesOf("parquet");
    const rows = await parquetReadObjects({ file: parquet.slice().buffer });
    const lines = (await textIn("csv")).trimEnd().split("\n").slice(1);
    expect(rows.length).toBe(lines.length);
    for (const k of [0, 1, Math.floor(rows.length / 2), rows.length - 1]) {
      const { date, mean, metric } = rows[k] as { date: Date; mean: number | null; metric: string };
      const cells = lines[k].split(",");
      expect([cells[1], cells[4], cells[6]]).toEqual([
        date.toISOString().slice(0, 10),
        metric,
        mean === null || mean === undefined ? "" : String(mean),
      ]);
    }
  });
});

describe("the board deck", () => {
  it("has five slides, charts beside words and numbers, and dates on axes of months", async () => {
    const focus = "vendors.zhipu.tokenShare@2024-12-31";
    const [made, from] = [100, 1].map((price) =>
      variant(
        `demand: {agents: 500}\nvendors: {zhipu: {products: {glm-4: {price: {input: ${price}, output: ${price}}}}}}`,
      ),
    );
    const arms = [{ ...armOf(made, 5), from }, armOf(from, 5)];
    const parts = unzipSync(await bytesOf("pptx", buildReport(arms, asked({ template: "board", focus }), "1.2.3")));
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBe(5);
    const drawn = slides.filter((name) => /<c:chart |<a:tbl>/.test(strFromU8(parts[name])));
    expect(drawn.length).toBeGreaterThanOrEqual(3); // without levers' runs there is no tornado beside the reasons
    const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    for (const chart of charts) {
      const xml = strFromU8(parts[chart]);
      expect(xml).toMatch(
        /<c:dateAx>[^]*rot="0"[^]*<c:baseTimeUnit val="days"\/><c:majorUnit val="\d"\/><c:majorTimeUnit/,
      );
      expect(xml).not.toContain('typeface="Arial"');
      const days = [...xml.matchAll(/<c:cat>[^]*?<\/c:cat>/g)][0][0].matchAll(/<c:v>(\d+)<\/c:v>/g);
      expect([...days][0][1]).toBe("45383"); // 1 Apr 2024 in Office
      const book = unzipSync(parts[`ppt/embeddings/${/chart(\d+)/.exec(chart)![1]}`.replace(/\d+$/, bookOf)]);
      expect(strFromU8(book["xl/worksheets/sheet1.xml"])).toContain('<c r="A2" s="1"><v>45383</v></c>');
    }
  });
});

const bookOf = (k: string): string => `Microsoft_Excel_Worksheet${k}.xlsx`;
