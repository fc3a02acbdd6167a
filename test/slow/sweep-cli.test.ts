import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, pricewar, pricewarProcess } from "../support/cli.ts";
import { hashes, RESULTS, writeTextbookDesign } from "../support/experiments.ts";

const RUNS = 30;
let folder: string;
let expected: Record<string, string>;
const words = (args: readonly string[]) => ["sweep", "design.yaml", "--quiet", ...args];
const sweep = (...args: string[]) => pricewar(words(args), { cwd: folder });
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-sweep-"));
  writeTextbookDesign(folder, RUNS);
  const { code, stderr } = await sweep("--out", "one", "--workers", "1");
  expect(stderr).toBe("Results are in one\n");
  expect(code).toBe(0);
  expected = hashes(at("one"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Starts a sweep and kills it with no chance to tidy up, once some parts are there. One that ends before is begun anew.
 */
async function killHalfWay(out: string, parts: number): Promise<void> {
  const child = spawn(process.execPath, [main, "sweep", "design.yaml", "--out", out, "--workers", "1"], {
    cwd: folder,
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const done = () =>
    existsSync(at(`${out}/parts`)) ? readdirSync(at(`${out}/parts`)).filter((n) => !n.includes(".")).length : 0;
  while (done() < parts && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await gone;
  if (!existsSync(at(`${out}/summary.json`))) return;
  rmSync(at(out), { recursive: true });
  await killHalfWay(out, parts);
}

describe("a sweep comes to the same bytes", () => {
  test("leaves tables that DuckDB reads as they are: the query of docs/experiments.md, every run in both", async () => {
    const duck = await (await DuckDBInstance.create()).connect();
    const ask = async (sql: string) =>
      (await duck.runAndReadAll(sql.replaceAll("runs/mine", at("one")))).getRowObjects();
    const documented = /```sql\n([\s\S]*?)```/.exec(
      readFileSync(join(import.meta.dirname, "../../docs/experiments.md"), "utf8"),
    )![1];
    // Its mu, a number of each run's own, by date.
    expect(await ask(documented.replace("deepseek", "a"))).toHaveLength(RUNS * 26);
    const [both] = await ask(
      `select count(distinct run) runs, count(*) n
       from 'runs/mine/series.parquet' join 'runs/mine/runs.parquet' using (run)`,
    );
    expect(both.runs).toBe(BigInt(RUNS));
    expect(both.n).toBe(BigInt(RUNS * 3 * 26));
    duck.closeSync();
  });
  test("with two workers", async () => {
    expect((await sweep("--out", "two", "--workers", "2")).code).toBe(0);
    expect(hashes(at("two"))).toEqual(expected);
  });
  test("from three shards, merged in any order", async () => {
    for (const i of [1, 2, 3]) expect((await sweep("--out", `shard-${i}`, "--shard", `${i}/3`)).code).toBe(0);
    const merged = await pricewar(["merge", "shard-3", "shard-1", "shard-2", "--out", "merged"], { cwd: folder });
    expect(merged.stderr).toBe("Results are in merged\n");
    expect(hashes(at("merged"))).toEqual(expected);
    const short = await pricewar(["merge", "shard-1", "shard-3", "--out", "short"], { cwd: folder });
    expect(short.code).toBe(2);
    expect(short.stderr).toMatch(/shard 2\/3 is missing or unfinished/);
  });
  test("killed half way and resumed, and leaves nothing but the results", async () => {
    await killHalfWay("killed", 10);
    expect(existsSync(at("killed/summary.json"))).toBe(false);
    const { code, stderr } = await pricewar(["sweep", "design.yaml", "--out", "killed", "--resume"], { cwd: folder });
    expect(stderr).toMatch(new RegExp(`\\d+ of ${RUNS} parts are done already`));
    expect(code).toBe(0);
    expect(hashes(at("killed"))).toEqual(expected);
    expect(readdirSync(at("killed")).toSorted()).toEqual([...RESULTS, "check.json"].toSorted());
  });
  test("with a part damaged on the disk: it is found, said and done anew", async () => {
    await killHalfWay("damaged", 5);
    appendFileSync(at("damaged/parts/000002/series.parquet"), "x");
    writeFileSync(at("damaged/parts/000001/check.json"), "{");
    const { stderr } = await sweep("--out", "damaged", "--resume");
    expect(stderr).toMatch(/2 parts are damaged/);
    expect(hashes(at("damaged"))).toEqual(expected);
  });
});

describe("what a folder holds", () => {
  test("one row a planned run with its status, and long series that any reader of Parquet opens", async () => {
    const runs = await parquetReadObjects({ file: await asyncBufferFromFile(at("one/runs.parquet")) });
    expect(runs).toHaveLength(RUNS);
    expect(runs[7]).toMatchObject({ run: 7, point: 7, replication: 0, status: "done", error: null });
    const series = await parquetReadObjects({ file: await asyncBufferFromFile(at("one/series.parquet")) });
    expect(series).toHaveLength(RUNS * 26 * 3);
    expect(Object.keys(series[0])).toEqual(["run", "date", "entity", "id", "metric", "value"]);
    const last = series.findLast((r) => r.run === 7 && r.metric === "hhi");
    expect(last?.value).toBe(runs[7]["market.hhi"]);
    expect(last?.date).toEqual(new Date("2024-06-24"));
  });
  test("the manifest holds the scenario in full and nothing of this machine", () => {
    const text = readFileSync(at("one/manifest.json"), "utf8");
    expect(JSON.parse(text).scenario.vendors.a.products.p.price.output).toBe(1.5);
    expect(text).not.toMatch(folder);
    expect(text).not.toContain(hostname());
  });
  test("a folder that is complete stays as it is when resumed", async () => {
    expect((await sweep("--out", "one", "--resume")).code).toBe(0);
    expect(hashes(at("one"))).toEqual(expected);
  });
});

describe("failed runs", () => {
  test("are isolated, listed, kept apart from the numbers, and tried again by --resume", async () => {
    const plugin = at("fragile.mjs");
    writeFileSync(
      plugin,
      `import { existsSync } from "node:fs";
export const strategies = [{
  id: "fragile",
  label: { en: "Fragile", zh: "脆弱" },
  description: { en: "Fails above 1.5.", zh: "高于 1.5 即失败。" },
  parameters: {},
  example: { kind: "fragile" },
  remember: () => null,
  decide: (view) => {
    const mended = existsSync(${JSON.stringify(at("mended"))});
    if (!mended && view.own[0].tariff.input > 1.5) throw new Error("out of order");
    return [];
  },
}];`,
    );
    const args = ["--plugin", "fragile.mjs", "--set", "vendors.a.strategy.kind=fragile", "--out", "failing"];
    // A plugin stays.
    const inProcess = (...more: string[]) => pricewarProcess(words([...args, ...more]), { cwd: folder });
    const first = await inProcess();
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(new RegExp(`${RUNS} runs: \\d+ done, \\d+ failed\\n {2}#\\d+ .*out of order`));
    const { done, failed, failures } = JSON.parse(readFileSync(at("failing/summary.json"), "utf8"));
    expect(done + failed).toBe(RUNS);
    expect(failed).toBeGreaterThan(RUNS / 3);
    expect(failures).toHaveLength(failed);
    writeFileSync(at("mended"), "");
    const again = await inProcess("--resume");
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(new RegExp(`${RUNS} runs, all done`));
  });
});

describe("bad input is refused with exit code 2 and a message that says where", () => {
  const cases: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    [
      "an unknown path",
      (t) => t.replace("demand.mu", "demand.mo"),
      /bad.yaml:7:\d+ {2}parameters.1.range.0: demand.mo: .*did you mean “mu”/,
    ],
    [
      "a range beyond the schema's bounds",
      (t) => t.replace("[0.1, 0.5]", "[-0.1, 0.5]"),
      /bad.yaml:7:\d+ .*demand.mu: -0.1 is out of bounds: expected more than 0/,
    ],
    ["a unit of something else", (t) => t.replace("2 CNY/Mtok", "2 CNY/week"), /wrong unit “CNY\/week”/],
    ["a range that falls", (t) => t.replace("[0.1, 0.5]", "[0.5, 0.1]"), /the range must rise/],
    ["an unknown method", (t) => t.replace("latin-hypercube", "latin-hypercub"), /did you mean “latin-hypercube”/],
    ["an unknown key", (t) => t.replace("runs:", "rnus:"), /unknown key “rnus”; did you mean “runs”/],
    [
      "an output that is none",
      (t) => t.replace("market.hhi", "hhi"),
      /bad.yaml:\d+:\d+ {2}outputs.0: “hhi” is no output/,
    ],
    [
      "an output that this scenario has not",
      (t) => t.replace("market.hhi", "market.hhhi"),
      /bad.yaml:\d+:\d+ {2}outputs.0: unknown metric “hhhi”; did you mean “hhi”\?/,
    ],
    [
      "no scenario of that name",
      (t) => t.replace("textbook.yaml", "nowhere"),
      /bad.yaml:1:\d+ {2}scenario: no scenario or file “nowhere”/,
    ],
  ];
  test.each(cases)("%s", async (_what, change, message) => {
    writeFileSync(at("bad.yaml"), change(readFileSync(at("design.yaml"), "utf8")));
    const { code, stderr } = await pricewar(["sweep", "bad.yaml"], { cwd: folder });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
  test("a folder that is there, another design's, or in use by a live process", async () => {
    expect((await sweep("--out", "one")).stderr).toMatch(/one exists; give --resume/);
    const other = await pricewar(["sweep", "design.yaml", "--out", "one", "--resume", "--seed", "1", "--agents", "7"], {
      cwd: folder,
    });
    expect(other.stderr).toMatch(/holds another design, scenario or version/);
    mkdirSync(at("held"));
    writeFileSync(at("held/running.lock"), JSON.stringify({ pid: process.ppid, host: hostname() }));
    const held = await sweep("--out", "held", "--resume");
    expect(held.code).toBe(2);
    expect(held.stderr).toMatch(new RegExp(`held is in use by process ${process.ppid}`));
  });
  test("a lock whose process is gone is taken over", async () => {
    mkdirSync(at("stale"));
    writeFileSync(at("stale/running.lock"), JSON.stringify({ pid: 2 ** 22 + 7, host: hostname() }));
    expect((await sweep("--out", "stale", "--resume")).code).toBe(0);
  });
  test("a folder that cannot be made", async () => {
    const { code, stderr } = await sweep("--out", "design.yaml/run");
    expect(code).toBe(2);
    expect(stderr).toMatch(/part of the path is a file/);
    if (process.platform !== "linux") return;
    const nowhere = await sweep("--out", "/proc/pricewar/run"); // refuses every folder, whoever asks
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toMatch(/no such file or folder|no permission to write/);
  });
});
