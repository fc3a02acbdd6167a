import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { main, pricewar } from "../support/cli.ts";
import { reportFiles, withEnding } from "../support/report-files.ts";

const SMALL = ["--agents", "500", "--weeks", "30", "-n", "3"];
const folder = () => mkdtempSync(join(tmpdir(), "pricewar-report-test-"));

/** The command line where no file may grow beyond 500 kB. */
function limited(args: readonly string[]): { readonly code: number | null; readonly stderr: string } {
  const quoted = [process.execPath, main, ...args].map((arg) => `'${arg}'`).join(" ");
  const { status, stderr } = spawnSync("bash", ["-c", `ulimit -f 500; exec ${quoted}`], { encoding: "utf8" });
  return { code: status, stderr };
}

interface Read {
  readonly pages: string[];
  readonly tags: string;
  readonly attachment: string;
}

async function readPdf(bytes: Uint8Array): Promise<Read> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 }).promise;
  const pages: string[] = [];
  let tags = "";
  for (let k = 1; k <= pdf.numPages; k++) {
    const page = await pdf.getPage(k);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    tags += JSON.stringify(await page.getStructTree());
  }
  const files = (await pdf.getAttachments()) as
    | Record<string, { content: Uint8Array }>
    | Map<string, { content: Uint8Array }>
    | null;
  const file = files instanceof Map ? files.get("manifest.json") : files?.["manifest.json"];
  return { pages, tags, attachment: new TextDecoder().decode(file?.content) };
}

describe.each(["zh", "en"] as const)("the history comparison as a brief in %s", (lang) => {
  let files: Map<string, Buffer>;
  let pdf: Read;
  beforeAll(async () => {
    files = await reportFiles([
      "china-2024-history",
      "china-2024",
      "-n",
      "5",
      "--lang",
      lang,
      "--format",
      "pdf,json,parquet,png",
    ]);
    pdf = await readPdf(withEnding(files, ".pdf"));
  });
  const json = () =>
    JSON.parse(withEnding(files, ".json").toString()) as {
      title: { text: string };
      keyFigures: { value: { text: string } }[];
      manifest: { command: string };
    };
  // A glyph that two characters share may come back as the rarer.
  const squeezed = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

  it("prints on two numbered pages, with its headline numbers as text", () => {
    expect(pdf.pages).toHaveLength(2);
    const text = squeezed(pdf.pages.join(""));
    expect(text).toContain(squeezed(json().title.text));
    for (const { value } of json().keyFigures) expect(text).toContain(squeezed(value.text));
    expect(pdf.pages.map((page) => /\d ?\/ ?\d/.test(page))).toEqual([true, true]);
  });

  it("is tagged: headings, paragraphs, lists, tables with header cells, figures described", () => {
    for (const tag of ["H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure"])
      expect(pdf.tags).toContain(`"role":"${tag}"`);
    expect(pdf.tags).toMatch(/"alt":"[^"]{40}/);
  });

  it("carries its manifest, and no clock or machine", () => {
    expect(pdf.attachment).toContain(json().manifest.command.replace("json", "pdf"));
    expect(withEnding(files, ".pdf").toString("latin1")).not.toMatch(/D:20(?!000101)|HeadlessChrome|Linux/);
  });

  it("draws charts with their text in pixels", () => {
    const pngs = [...files].filter(([name]) => name.endsWith(".png"));
    expect(pngs).toHaveLength(2);
    for (const [, bytes] of pngs) {
      expect(bytes.length).toBeGreaterThan(60_000); // without its text a chart is half of that
      expect(bytes.toString("latin1")).toContain("pricewar-manifest");
    }
  });

  it("gives Parquet that DuckDB reads", async () => {
    const path = join(folder(), "series.parquet");
    writeFileSync(path, withEnding(files, ".parquet"));
    const duck = await (await DuckDBInstance.create()).connect();
    const rows = await duck.runAndReadAll(
      `select scenario, count(*)::int n, max(date)::varchar latest from '${path}'
       where metric = 'tokenShare' group by 1 order by 1`,
    );
    expect(rows.getRowObjectsJson()).toEqual([
      { scenario: "china-2024", n: 66 * 10, latest: "2025-06-30" },
      { scenario: "china-2024-history", n: 66 * 10, latest: "2025-06-30" },
    ]);
  });
});

describe("pricewar report", () => {
  it("makes the same report from a report: the manifest is enough", async () => {
    const first = await reportFiles(["china-2024", ...SMALL, "--lang", "en", "--format", "html"]);
    const [[name, bytes]] = [...first];
    const place = join(folder(), name);
    writeFileSync(place, bytes);
    const again = await reportFiles([place, "-n", "3", "--lang", "en", "--format", "html"]);
    const fingerprints = (b: Buffer) => [...b.toString().matchAll(/"fingerprint":"(\w+)"/g)].map((m) => m[1]);
    expect(fingerprints(withEnding(again, ".html"))).toEqual(fingerprints(bytes));
  });

  it("names one file by its ending, and never writes over what is there", async () => {
    const path = join(folder(), "mine.md");
    const args = ["report", "china-2024", ...SMALL, "--lang", "en", "--quiet", "--out", path];
    expect((await pricewar(args)).code).toBe(0);
    const before = readFileSync(path, "utf8");
    const { code, stderr } = await pricewar(args);
    expect([code, stderr.trim()]).toEqual([2, `${path} exists; choose another --out`]);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  const bad = async (args: readonly string[], env: Record<string, string> = {}) => {
    const out = folder();
    const { code, stderr } = await pricewar(
      ["report", "china-2024", ...SMALL, "--quiet", "--lang", "en", "--out", out, ...args],
      { env },
    );
    expect([code, readdirSync(out)]).toEqual([2, []]); // nothing half-made is left
    expect(stderr).not.toMatch(/\n\s+at /);
    return stderr;
  };

  it("without a Chromium names what would help, and what needs none", async () => {
    expect(await bad(["--format", "pdf"], { PRICEWAR_BROWSER: "/nowhere/chromium" })).toMatch(
      /PRICEWAR_BROWSER; --format html can be printed from any browser/,
    );
  });

  it("without a font makes no picture without text", async () => {
    expect(await bad(["--format", "png"], { PRICEWAR_FONT: "/nowhere/font.ttf" })).toContain(
      "there is no file /nowhere/font.ttf",
    );
    expect(await bad(["--format", "png"], { PATH: "/nowhere" })).toMatch(
      /No font .* --format svg and html need none here/,
    );
  });

  /** A report into a place that refuses it: what is said, and that nothing is left behind. */
  const unwritable = async (out: string, lang = "en") => {
    const { code, stderr } = await pricewar([
      "report",
      "china-2024",
      ...SMALL,
      "--quiet",
      "--lang",
      lang,
      "--out",
      out,
    ]);
    expect([out, code, existsSync(out), stderr.includes("    at ")]).toEqual([out, 2, false, false]);
    return stderr.trim();
  };

  it("says where it cannot write, whoever runs it: no such place, a system's own, a file for a folder", async () => {
    const file = join(folder(), "taken");
    writeFileSync(file, "mine");
    expect(await unwritable("/proc/pricewar-report")).toMatch(/^\/proc\/pricewar-report: /);
    expect(await unwritable("/sys/kernel/pricewar-report")).toMatch(
      /^\/sys\/kernel\/pricewar-report: (no permission|the file system is read-only)/,
    );
    expect(await unwritable(join(file, "x"), "zh")).toBe(`${join(file, "x")}：路径中有一段是文件，不是文件夹`);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("leaves none of its files where one of them does not fit", () => {
    const out = folder();
    // A limit on files stands in for a full disk: it needs no rights, and comes in the middle of a write just so.
    const { code, stderr } = limited([
      "report",
      "china-2024",
      ...SMALL,
      "--quiet",
      "--lang",
      "en",
      "--format",
      "md,html",
      "--out",
      out,
    ]);
    expect([code, readdirSync(out)]).toEqual([2, []]);
    expect(stderr.trim()).toMatch(/\.html: the file grows larger than this system allows$/);
  });

  it("refuses an ensemble that memory cannot hold before it runs, with the number that fits", async () => {
    expect(await bad(["-n", "100000", "--agents", "500"])).toMatch(
      /a report holds every run at once, about [\d.]+ GB.* Use -n \d+ or less; pricewar ensemble/,
    );
  });

  it("names the nearest template, section and format", async () => {
    expect(await bad(["--template", "breif"])).toContain("did you mean “brief”");
    expect(await bad(["--sections", "summary,limit"])).toContain("did you mean “limits”");
    expect(await bad(["--format", "docx"])).toContain("There are html, pdf");
  });
});
