import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { pricewar, UNSETTLED } from "../support/cli.ts";
import { digest } from "../support/report-files.ts";

const place = mkdtempSync(join(tmpdir(), "pricewar-export-test-"));
const [run, sweep] = [join(place, "run"), join(place, "sweep")];
const SMALL = ["--agents", "300", "--weeks", "12", "--quiet", "--lang", "en"];

const CHARTS = ["prices", "shares", "moves", "tokens", "surplus", "concentration"];
const NAME = "china-2024-sections-en";

/** What a run folder says of itself. */
interface Provenance {
  readonly command: string;
  readonly hash: string;
  readonly fingerprint: string;
  readonly sources: readonly { readonly basis?: string; readonly numbers: number }[];
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** Everything a run folder can become, from one call. */
async function exported(name: string): Promise<Map<string, Buffer>> {
  const out = join(place, name);
  mkdirSync(out);
  const { code, stderr } = await pricewar([
    "export",
    run,
    "--format",
    "csv,json,parquet,xlsx,svg,png,md,html,pptx,pdf",
    "--quiet",
    "--lang",
    "en",
    "--out",
    out,
  ]);
  expect([code, stderr.includes("\n    at ")]).toEqual([0, false]);
  return new Map(
    readdirSync(out)
      .toSorted()
      .map((file) => [file, readFileSync(join(out, file))]),
  );
}

describe("pricewar export of a run folder", () => {
  let files: Map<string, Buffer>;
  let again: Map<string, Buffer>;
  beforeAll(async () => {
    expect((await pricewar(["run", "china-2024", ...SMALL, "--out", run])).code).toBe(0);
    [files, again] = await Promise.all([exported("first"), exported("second")]);
  });
  const text = (name: string) => files.get(name)!.toString("utf8");

  it("makes every format, one file a chart where it draws, and the same bytes twice", () => {
    const charts = ["svg", "png"].flatMap((ending) => CHARTS.map((id) => `${NAME}-${id}.${ending}`));
    const documents = ["html", "md", "pdf", "pptx", "xlsx"].map((ending) => `${NAME}.${ending}`);
    const tables = ["series.csv", "series.json", "series.manifest.json", "series.parquet"];
    expect([...files.keys()]).toEqual([...charts, ...documents, ...tables].toSorted());
    for (const [name, bytes] of files) expect([name, digest(again.get(name)!)]).toEqual([name, digest(bytes)]);
  });

  it("holds the rows of the run in CSV, JSON lines and Parquet alike", async () => {
    const rows = await parquetReadObjects({ file: new Uint8Array(files.get("series.parquet")!).buffer });
    const lines = text("series.csv").trimEnd().split("\n");
    const json = text("series.json")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { value: number | null });
    expect([lines.length - 1, json.length]).toEqual([rows.length, rows.length]);
    const at = Math.floor(rows.length / 3);
    const { value } = rows[at] as { value: number | null };
    expect([Number(lines[at + 1].split(",").at(-1)), json[at].value]).toEqual([value, value]);
  });

  it("says in each table where its rows come from: command, version, scenario, seed, print, sources", async () => {
    const own = JSON.parse(readFileSync(join(run, "manifest.json"), "utf8")) as Provenance;
    expect(own).toMatchObject({ program: "pricewar", kind: "run", seed: "1", scenario: { id: "china-2024" } });
    expect(own.command).toBe("pricewar run china-2024 --seed 1 --agents 300 --weeks 12 --out run");
    expect(own.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(own.sources.find((s) => s.basis === "assumption")?.numbers).toBeGreaterThan(0);
    expect(Object.keys(own.provenance).length).toBeGreaterThan(10);
    expect(text("series.csv")).toMatch(/^date,entity,id,metric,value\n/);
    expect(JSON.parse(text("series.manifest.json"))).toEqual(own);
    const { key_value_metadata: pairs = [] } = parquetMetadata(new Uint8Array(files.get("series.parquet")!).buffer);
    expect(JSON.parse(pairs.find(({ key }) => key === "pricewar-manifest")!.value!)).toEqual(own);
  });

  it("says in each document the same scenario, fingerprint and sources; the run's command repeats them", async () => {
    const own = JSON.parse(readFileSync(join(run, "manifest.json"), "utf8")) as Provenance;
    const inMarkdown = /<!-- pricewar-manifest (.*) -->/.exec(text(`${NAME}.md`))![1];
    const [arm] = (JSON.parse(inMarkdown) as { arms: Provenance[] }).arms;
    expect([arm.fingerprint, arm.hash, arm.sources]).toEqual([own.fingerprint, own.hash, own.sources]);
    for (const name of [`${NAME}.html`, `${NAME}-prices.svg`])
      expect([name, text(name).includes(own.fingerprint)]).toEqual([name, true]);
    const again = join(place, "again");
    const words = own.command.split(" ").slice(1, -1);
    expect((await pricewar([...words, again, "--quiet"])).code).toBe(0);
    expect(readFileSync(join(again, "manifest.json"), "utf8")).toBe(readFileSync(join(run, "manifest.json"), "utf8"));
    const { command } = JSON.parse(inMarkdown) as { command: string };
    expect(command).toBe(`${own.command} && pricewar export run --lang en --format md`);
    expect((await pricewar(["export", again, "--format", "md", "--quiet", "--lang", "en"])).code).toBe(0);
    expect(readFileSync(join(again, `${NAME}.md`), "utf8")).toBe(text(`${NAME}.md`));
  });

  it("draws nothing where a run comes out otherwise than what lies in the folder", async () => {
    const other = join(place, "other");
    cpSync(run, other, { recursive: true });
    const own = JSON.parse(readFileSync(join(run, "manifest.json"), "utf8")) as Provenance;
    writeFileSync(
      join(other, "manifest.json"),
      JSON.stringify({ ...own, fingerprint: "0000000000000000", version: "0.0.9" }),
    );
    rmSync(join(other, "check.json")); // an edit is damage; a run of another version is not
    const { code, stderr } = await pricewar(["export", other, "--format", "md", "--quiet", "--lang", "en"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("the numbers differ from those in the folder (of version 0.0.9)"),
    ]);
    expect(readdirSync(other).filter((name) => name.endsWith(".md"))).toEqual([]);
  });

  it("gives documents that readers not ours open: a workbook, slides, a page, pictures", async () => {
    const book = await readWorkbook(files.get(`${NAME}.xlsx`)!);
    expect(book.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(["About", "Outcomes", "Series"]));
    expect(strFromU8(unzipSync(files.get(`${NAME}.pptx`)!)["ppt/presentation.xml"])).toContain("<p:sldId ");
    expect(text(`${NAME}.html`)).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(text(`${NAME}.md`)).toMatch(/^# .*\n/);
    expect(files.get(`${NAME}.pdf`)!.subarray(0, 5).toString()).toBe("%PDF-");
    for (const id of CHARTS) {
      expect(files.get(`${NAME}-${id}.png`)!.subarray(1, 4).toString()).toBe("PNG");
      expect(text(`${NAME}-${id}.svg`)).toMatch(/^<svg [^]*<\/svg>\n$/);
    }
  });

  it("takes a file's name by --out, for documents as for tables", async () => {
    const named = join(place, "named.md");
    expect((await pricewar(["export", run, "--format", "md", "--quiet", "--lang", "en", "--out", named])).code).toBe(0);
    expect(readFileSync(named, "utf8")).toBe(text(`${NAME}.md`));
  });
});

describe("--out of pricewar export", () => {
  const out = (...words: string[]) => pricewar(["export", run, ...words, "--json", "--quiet", "--lang", "en"]);
  const filesOf = async (...words: string[]) => {
    const { code, stdout } = await out(...words);
    const { files } = JSON.parse(stdout) as { files: string[] };
    return [code, ...files.map((file) => file.replace(place, ""))];
  };
  it("is a folder for several formats, or if it ends in a slash, else a file with the format's ending", async () => {
    const at = (name: string) => join(place, name);
    const several = await filesOf("--format", "csv,md", "--out", at("several"));
    expect(several).toEqual([0, "/several/series.csv", "/several/series.manifest.json", `/several/${NAME}.md`]);
    expect(await filesOf("--format", "parquet", "--out", `${at("slash")}/`)).toEqual([0, "/slash/series.parquet"]);
    expect(await filesOf("--format", "parquet", "--out", at("slash/again"))).toEqual([0, "/slash/again.parquet"]);
    expect(await filesOf("--format", "md", "--out", at("deep/er/one"))).toEqual([0, "/deep/er/one.md"]);
    expect(await filesOf("--out", at("named.json"))).toEqual([0, "/named.json", "/named.manifest.json"]);
    expect(await filesOf("--format", "csv", "--out", at("named"))).toEqual([0, "/named.csv", "/named.manifest.json"]);
  });
  it("refuses a file where several need a folder, and a path through a file, by name", async () => {
    const file = join(place, "file");
    writeFileSync(file, "mine");
    const several = await out("--format", "csv,parquet", "--out", file);
    expect([several.code, several.stderr]).toEqual([
      2,
      `${file} is a file; several files need a folder: choose another --out\n`,
    ]);
    const through = await out("--format", "csv", "--out", join(file, "x"));
    expect([through.code, through.stderr]).toMatchObject([2, expect.stringContaining("part of the path is a file")]);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("what is no run folder", () => {
  const refused = async (args: readonly string[], lang = "en") => {
    const { code, stderr } = await pricewar(["export", ...args, "--quiet", "--lang", lang]);
    expect(code).toBe(2);
    return stderr.trim();
  };

  it("is told from one: an experiment has tables and no chart of one run, a file is none", async () => {
    const asked = ["sensitivity", "china-2024", ...SMALL, ...UNSETTLED, "--replications", "1", "--out", sweep];
    expect((await pricewar(asked)).code).toBe(0);
    expect(await refused([sweep, "--format", "xlsx"])).toContain("holds an experiment of many runs");
    expect(await refused([sweep, "--format", "png"], "zh")).toContain("多次运行的实验");
    for (const table of ["runs", "series"]) {
      const { code } = await pricewar([
        "export",
        sweep,
        "--table",
        table,
        "--format",
        "csv,json",
        "--quiet",
        "--lang",
        "en",
      ]);
      expect([code, existsSync(join(sweep, `${table}.csv`)), existsSync(join(sweep, `${table}.json`))]).toEqual([
        0,
        true,
        true,
      ]);
      const manifest = JSON.parse(readFileSync(join(sweep, `${table}.manifest.json`), "utf8")) as { design: object };
      expect(manifest).toEqual(JSON.parse(readFileSync(join(sweep, "manifest.json"), "utf8")));
      expect(manifest).toMatchObject({ kind: "experiment", design: { seed: expect.anything() } });
    }
    expect(await refused([join(sweep, "summary.json"), "--format", "svg"])).toContain("is no run folder");
  });
});
