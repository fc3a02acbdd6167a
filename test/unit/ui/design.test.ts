import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { designs, openDesign, ScenarioErrors } from "../../../ui/store/design.ts";
import { runExperiment } from "../../../experiments/experiment.ts";
import { inlineRunner } from "../../../workers/inline.ts";
import { runColumns, runRow } from "../../../experiments/run-rows.ts";
import { pricewar } from "../../support/cli.ts";
import { library } from "../../support/scenarios.ts";

const folder = mkdtempSync(join(tmpdir(), "pricewar-design-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SMALL = `scenario: china-2024
method: latin-hypercube
runs: 3
replications: 2
agents: 200
weeks: 12
seed: 5
parameters:
  - {path: vendors.deepseek.products.v2.price.input, range: [0.5 CNY/Mtok, 8 CNY/Mtok], scale: log}
  - {lever: strength}
outputs: [regime, headline.priceFall, "vendors.deepseek.tokenShare@2024-06-01"]
`;

const firstProduct = (vendor: string) => Object.keys(library("china-2024").vendors[vendor].products)[0];

/** Where a text goes wrong, as the page shows it. */
function placesIn(text: string): string[] {
  try {
    openDesign(text);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioErrors)) throw error;
    return error.problems.map(({ place, text: said }) => `${place.line}:${place.column} ${said.en}`);
  }
}

describe("a design in the app", () => {
  it("comes to the rows the command line writes, bit for bit", async () => {
    const opened = openDesign(SMALL);
    if (opened.kind !== "runs") throw new Error("a sweep was taken for a search");
    const { plan, realise } = opened;
    const names = runColumns(plan).map((c) => c.name);
    const ours: Record<string, unknown>[] = [];
    const all = Array.from({ length: plan.runs }, (_, k) => k);
    for await (const outcome of runExperiment({ plan, realise }, all, inlineRunner()))
      ours.push(Object.fromEntries(runRow(plan, outcome).map((cell, k) => [names[k], cell])));
    writeFileSync(join(folder, "design.yaml"), SMALL);
    const { code } = await pricewar(["sweep", "design.yaml", "--quiet", "--out", "out"], { cwd: folder });
    expect(code).toBe(0);
    const theirs = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, "out/runs.parquet")) });
    expect(ours).toHaveLength(6);
    expect(ours).toEqual(theirs.map((row) => ({ ...row, error: row.error ?? null })));
  });

  it("takes its points from a table that was opened beside it, and says which one is missing", () => {
    const text = SMALL.replace("method: latin-hypercube\nruns: 3\n", "").replace(
      /parameters:[^]*outputs/,
      "file: data/points.csv\noutputs",
    );
    const csv = "vendors.deepseek.products.v2.price.input,strength\n1,0.5\n2 CNY/Mtok,\n";
    const opened = openDesign(text, { "points.csv": csv });
    if (opened.kind !== "runs") throw new Error("a list of points was taken for a search");
    expect(opened.plan.design.axes.map((a) => a.kind === "list" && a.values.length)).toEqual([2, 2]);
    expect(placesIn(text)).toEqual([expect.stringMatching(/^\d+:\d+ no file “data\/points.csv” is here/)]);
  });

  it.each([
    ["optimise", "maximise: vendors.zhipu.grossProfit:mean\nvendor: zhipu\n"],
    [
      "calibrate",
      `targets:
  - {output: market.hhi, value: 0.4}
  - {output: vendors.zhipu.tokenShare, value: 0.1, holdout: true}
`,
    ],
  ])("searches as the command line does, to the same finding: %s", async (verb, sought) => {
    const text = `scenario: china-2024
agents: 200
weeks: 8
seed: 5
replications: 2
evaluations: 12
${sought}parameters:
  - {path: vendors.zhipu.products.glm-4-flash.price.input, range: [0.5 CNY/Mtok, 8 CNY/Mtok], scale: log}
`.replace("glm-4-flash", firstProduct("zhipu"));
    const opened = openDesign(text);
    if (opened.kind === "runs") throw new Error("a search was taken for a sweep");
    expect(opened.kind).toBe(verb);
    const found = await opened.search.run(inlineRunner());
    writeFileSync(join(folder, "search.yaml"), text);
    const { stdout, stderr } = await pricewar([verb, "search.yaml", "--quiet", "--json"], { cwd: folder });
    expect(stderr).toBe("");
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(stdout));
  });

  it("opens every design that comes with pricewar, as what it is", () => {
    const kinds = Object.fromEntries(designs().map(({ id, text }) => [id, openDesign(text).kind]));
    expect(kinds).toMatchObject({ "entrant-price": "runs", "best-price": "optimise", "calibrate-demand": "calibrate" });
  });

  it.each([
    ["scenario: nowhere\nmethod: grid\n", /^1:11 no scenario “nowhere”/],
    [SMALL.replace("latin-hypercube", "latin"), /^2:9 unknown method “latin”/],
    [SMALL.replace("price.input", "price.inptu"), /^9:.*inptu/],
    [SMALL.replace("[0.5 CNY/Mtok, 8 CNY/Mtok]", "[8 CNY/Mtok, 0.5 CNY/Mtok]"), /range must rise/],
    [`${SMALL}map: regime\n`, /^12:6 map needs method: grid/],
    ["scenario: [\n", /not valid YAML/],
    ["", /empty/],
    ["scenario: china-2024\nmaximise: market.hhi\nminimise: market.hhi\n", /^1:1 say one of maximise/],
  ])("says where %j is wrong", (text, said) => {
    expect(placesIn(text)[0]).toMatch(said);
  });

  it("reads the same examples as the command line", () => {
    const file = join(import.meta.dirname, "../../../scenarios/designs/entrant-price.yaml");
    expect(designs().find((d) => d.id === "entrant-price")?.text).toBe(readFileSync(file, "utf8"));
  });
});
