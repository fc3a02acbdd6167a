import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, pricewar, UNSETTLED } from "../support/cli.ts";
import { writeTextbookDesign } from "../support/experiments.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-experiments-"));
  writeTextbookDesign(folder, 8, { agents: 300 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => pricewar(args, { cwd: folder });
/** Writes a design and runs a verb on it. */
const design = (verb: string, text: string, ...args: string[]) => {
  writeFileSync(join(folder, `${verb}.yaml`), `scenario: textbook.yaml\n${text}`);
  return run(verb, `${verb}.yaml`, ...args);
};
const PRICE = "vendors.a.products.p.price.input";

describe("ensemble", () => {
  const args = ["ensemble", "textbook.yaml", "--output", "vendors.a.tokenShare", "--json"];
  test("gives bands, moments and probabilities that do not depend on the number of workers", async () => {
    const asked = ["-n", "30", "--probability", "vendors.a.tokenShare > 50%; market.hhi < 0"];
    const [one, two] = await Promise.all(["1", "2"].map((n) => run(...args, ...asked, "--workers", n)));
    expect(two.stdout).toBe(one.stdout);
    const { runs, outputs, bands, statements } = JSON.parse(one.stdout);
    expect(runs).toBe(30);
    const [q05, , q50, , q95] = outputs[0].quantiles;
    expect(q05).toBeLessThan(q50);
    expect(q50).toBeLessThan(q95);
    expect(bands[0].quantiles[2].at(-1)).toBe(q50); // the band's last date is the output at the end
    expect(statements[0].share).toBeGreaterThan(0.9); // the cheaper of two
    expect(statements[1]).toMatchObject({ share: 0, low: 0 });
  });
  test("stops once the interval of the mean is as narrow as asked", async () => {
    const { runs, stopped, outputs } = JSON.parse((await run(...args, "-n", "400", "--width", "0.02")).stdout);
    expect(stopped).toBe("width");
    expect(runs).toBeLessThan(200);
    expect(outputs[0].high - outputs[0].low).toBeLessThanOrEqual(0.02);
  });
  test("writes over nothing that is there", async () => {
    const kept = join(folder, "kept.json");
    writeFileSync(kept, "mine");
    const again = await run(...args, "-n", "5", "--out", "kept.json");
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/^kept.json exists; choose another --out$/m)]);
    expect(readFileSync(kept, "utf8")).toBe("mine");
  });
  test("says what is wrong with a statement, an output, a width", async () => {
    expect((await run("ensemble", "textbook.yaml", "--probability", "profit is fine")).stderr).toMatch(
      /expected “output < number”/,
    );
    expect((await run("ensemble", "textbook.yaml", "--output", "hhi")).stderr).toMatch(/“hhi” is no output/);
    expect((await run("ensemble", "textbook.yaml", "--width", "-1", "--lang", "zh")).stderr).toMatch(/应为正数/);
    const unknown = await run("ensemble", "textbook.yaml", "--probability", "market.hhhi > 1");
    expect(unknown.stderr).toBe("--probability market.hhhi: unknown metric “hhhi”; did you mean “hhi”?\n");
    expect(unknown.code).toBe(2);
  });
});

/** Kills it with no chance to tidy up, once so many runs are in its journal. One that ends before is begun anew. */
async function killHalfWay(args: readonly string[], out: string, runs: number): Promise<void> {
  const child = spawn(process.execPath, [main, ...args, "--out", out, "--workers", "1"], { cwd: folder });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const journal = join(folder, `${out}.runs`, "journal");
  const lines = () => (existsSync(journal) ? readFileSync(journal, "utf8").split("\n").length - 2 : 0);
  while (lines() < runs && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await gone;
  if (!existsSync(join(folder, out))) return;
  rmSync(join(folder, out));
  await killHalfWay(args, out, runs);
}

describe("an ensemble and a search that are killed", () => {
  test("go on with --resume, and end with the bytes of one that was not", async () => {
    writeFileSync(
      join(folder, "search.yaml"),
      `scenario: textbook.yaml
maximise: vendors.a.grossProfit
evaluations: 20
replications: 2
parameters: [{path: ${PRICE}, range: [1, 2.5]}]
`,
    );
    const both = { ensemble: ["ensemble", "textbook.yaml", "-n", "60"], search: ["optimise", "search.yaml"] };
    for (const [name, args] of Object.entries(both)) {
      const whole = await run(...args, "--out", `${name}.json`);
      expect(whole.code).toBe(0);
      await killHalfWay(args, `${name}-killed.json`, 12);
      const again = await run(...args, "--out", `${name}-killed.json`);
      expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/interrupted: go on with --resume/)]);
      const resumed = await run(...args, "--out", `${name}-killed.json`, "--resume");
      expect(resumed.stderr).toMatch(/\d+ runs are done already; going on/);
      const [a, b] = [`${name}.json`, `${name}-killed.json`].map((file) => readFileSync(join(folder, file), "utf8"));
      expect(b).toBe(a);
      expect(existsSync(join(folder, `${name}-killed.json.runs`))).toBe(false);
    }
  });
});

describe("sensitivity", () => {
  test("finds that a vendor's own price drives its share and a rival's trust does not, by each method", async () => {
    const text = `parameters:
  - {path: vendors.b.trust, range: [-0.5, 0.5]}
  - {path: ${PRICE}, range: [1.1, 2]}
outputs: [vendors.a.tokenShare]
replications: 2
`;
    const size = {
      oat: (e: { swing: number }) => Math.abs(e.swing),
      morris: (e: { muStar: { value: number } }) => e.muStar.value,
      sobol: (e: { total: { value: number } }) => e.total.value,
    };
    for (const [method, of] of Object.entries(size)) {
      const { stdout, stderr } = await design("sensitivity", text, "--method", method, "-n", "8", "--json");
      expect(stderr).toBe("Textbook ...\n");
      const { axes } = JSON.parse(stdout).sensitivity["vendors.a.tokenShare"];
      const [trust, price] = axes.map(of as (e: unknown) => number);
      expect(price).toBeGreaterThan(10 * trust); // unit-logit demand knows no trust
    }
  });
  test("takes a scenario's levers where there is no design, and says what to do where there are none", async () => {
    const few = ["-n", "1", "--agents", "100", "--weeks", "4", ...UNSETTLED];
    const { stdout } = await run("sensitivity", "china-2024", "--method", "morris", ...few, "--lang", "zh");
    expect(stdout).toMatch(/入场价格/);
    expect(stdout).toMatch(/共 9 次运行，全部完成/);
    const { code, stderr } = await run("sensitivity", "textbook.yaml");
    expect(code).toBe(2);
    expect(stderr).toMatch(/gives no ranges; write a design file/);
  });
});

describe("maps, tables and exports", () => {
  test("a map of regimes over two parameters names each cell, in either language", async () => {
    const text = `method: grid
agents: 200
weeks: 8
parameters:
  - {path: ${PRICE}, range: [0.5, 1.5], points: 2}
  - {path: vendors.b.products.p.price.input, values: [1 CNY/Mtok, 2 CNY/Mtok]}
outputs: [regime]
map: regime
`;
    const { stdout } = await design("sweep", text, "--quiet", "--out", "map");
    expect(stdout).toMatch(/^1 +war +truce/m);
    const [poor, rich] = JSON.parse(readFileSync(join(folder, "map/summary.json"), "utf8")).map.cells;
    expect([poor.shares, rich.shares]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ]);
    expect((await design("sweep", text.replace("method: grid", "method: sobol"), "--lang", "zh")).stderr).toMatch(
      /map 需要 method: grid/,
    );
  });
  test("a number that others are formulas of moves them too", async () => {
    writeFileSync(
      join(folder, "formula.yaml"),
      `extends: textbook.yaml
id: formula
parameters: {p: 1.5}
vendors: {a: {products: {p: {price: {input: "= p", output: "= p"}}}}}
`,
    );
    writeFileSync(
      join(folder, "formula-design.yaml"),
      `scenario: formula.yaml
method: grid
parameters: [{path: parameters.p, range: [1.2, 1.8], points: 2}]
outputs: [products.a.p.priceInput]
`,
    );
    const { stdout } = await run("sweep", "formula-design.yaml", "--json");
    expect(JSON.parse(stdout).outputs[0]).toMatchObject({ min: 1.2, max: 1.8 });
  });
  test("export writes CSV of a run folder's tables, quoted as it should be", async () => {
    expect((await run("export", "map", "--table", "runs", "--out", "runs.csv")).code).toBe(0);
    const [head, first] = readFileSync(join(folder, "runs.csv"), "utf8").split("\n");
    expect(JSON.parse(readFileSync(join(folder, "runs.manifest.json"), "utf8"))).toHaveProperty("version");
    expect(head).toBe(`run,point,replication,status,error,${PRICE},vendors.b.products.p.price.input,regime`);
    expect(first).toBe("0,0,0,done,,0.5,1,1");
    expect((await run("export", "map", "--table", "runs", "--out", "runs.csv")).stderr).toMatch(/exists/);
    expect((await run("export", "nowhere")).stderr).toMatch(/no such table/);
  });
});

describe("a sweep, before and without", () => {
  const asked = ["sweep", "design.yaml"];
  test("--estimate says what it would cost, and runs none of it into a folder", async () => {
    const { code, stdout } = await run(...asked, "--estimate", "--json", "--out", "estimated");
    expect(code).toBe(0);
    const { runs, secondsPerRun, bytesPerRun } = JSON.parse(stdout);
    expect([runs, secondsPerRun > 0, bytesPerRun > 100]).toEqual([8, true, true]);
    expect(existsSync(join(folder, "estimated"))).toBe(false);
  });
  test("--no-series leaves the series out, and nothing else; it is no continuation of a sweep with them", async () => {
    await run(...asked, "--out", "with", "--quiet");
    await run(...asked, "--no-series", "--out", "bare", "--quiet");
    const read = (name: string, file: string) => readFileSync(join(folder, name, file));
    expect(read("bare", "summary.json")).toEqual(read("with", "summary.json"));
    expect(read("bare", "series.parquet").length).toBeLessThan(read("with", "series.parquet").length);
    const mixed = await run(...asked, "--out", "bare", "--resume", "--quiet");
    expect(mixed.code).toBe(2);
  });
});
