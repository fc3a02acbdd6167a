import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";
import { writeTextbookDesign } from "../support/experiments.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-designs-"));
  writeTextbookDesign(folder, 4, { agents: 300 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const design = (verb: string, text: string, ...args: string[]) => {
  writeFileSync(join(folder, "mine.yaml"), `scenario: textbook.yaml\n${text}`);
  return pricewar([verb, "mine.yaml", "--quiet", ...args], { cwd: folder });
};
const table = (name: string, text: string) => writeFileSync(join(folder, name), text);
const PRICE = "vendors.a.products.p.price.input";

describe("points", () => {
  const outputs = "outputs: [products.a.p.priceInput, products.a.p.priceOutput, vendors.a.tokenShare]";
  const told = async (text: string) => JSON.parse((await design("sweep", `${text}\n${outputs}`, "--json")).stdout);

  test("are run as the design lists them, units and gaps included, and no others", async () => {
    const { runs, points } = await told(`points: [{${PRICE}: 1.2 CNY/Mtok}, {demand.mu: 0.4}]`);
    expect(runs).toBe(2);
    expect(points.map((p: { settings: number[] }) => p.settings)).toEqual([
      [1.2, 0.25],
      [1.5, 0.4],
    ]);
    expect(points.map((p: { means: number[] }) => p.means[0])).toEqual([1.2, 1.5]);
  });

  test("stand in a CSV file next to the design just as well, whatever separates its cells", async () => {
    const listed = await told(`points: [{${PRICE}: 1.2, demand.mu: 0.3}, {${PRICE}: 1.4}]`);
    for (const mark of [",", ";", "\t"]) {
      table("points.csv", `\ufeff${PRICE}${mark}demand.mu\r\n1.2 CNY/Mtok${mark}0.3\r\n1.4${mark}NA\r\n`);
      expect((await told("file: points.csv")).points).toEqual(listed.points);
    }
  });

  test("say where a cell of the file is wrong", async () => {
    table("points.csv", `${PRICE}\n1.2\n3 kg\n`);
    const { code, stderr } = await design("sweep", "file: points.csv");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^points\.csv:3:1 .*unknown unit “kg”/m)]);
    expect((await design("sweep", "file: none.csv")).stderr).toContain("none.csv");
    expect((await design("sweep", "method: list")).stderr).toMatch(/needs points/);
    table("points.csv", "demand.mu,demand.mu\n0.2,0.3\n");
    const doubled = await design("sweep", "file: points.csv");
    expect(doubled.stderr).toMatch(/^points\.csv:1:1 .*two columns are called “demand\.mu”/m);
  });

  test("a factor moves a whole price list, input and output alike", async () => {
    const { points } = await told(
      "method: grid\nparameters: [{path: vendors.a.products.*.price, scale: factor, values: [20 %, 1]}]",
    );
    const [low, own] = points.map((p: { means: number[] }) => p.means);
    expect([low[0] / own[0], low[1] / own[1]]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.2, 12)]);
  });

  test("a star sets every name alike", async () => {
    const { points } = await told(
      "method: grid\nparameters: [{path: vendors.*.products.p.price.input, values: [1.3]}]",
    );
    expect(points[0].means[2]).toBeCloseTo(0.5, 1);
  });
});

describe("a sweep of one parameter", () => {
  test("prints a row a point, and no interval over its grid", async () => {
    const { stdout } = await design(
      "sweep",
      `method: grid\nreplications: 2\nparameters: [{path: demand.mu, values: [0.2, 0.3]}]\noutputs: [market.hhi]`,
    );
    const rows = stdout.split("\n").filter((line) => /^\s+0\.[23]\s/.test(line));
    expect(rows).toHaveLength(2);
    expect(stdout).not.toMatch(/90%|interval/);
  });
  test("takes a price by the month, as the scenario file spells it", async () => {
    const { code, stderr, stdout } = await design(
      "sweep",
      "method: grid\nparameters: [{path: vendors.a.products.p.price, scale: factor, values: [0.5]}]\n" +
        "outputs: [products.a.p.priceInput]",
      "--json",
      "--set",
      "arenas={api: {meter: month}}",
      "--set",
      "vendors.a.products.p.price={month: 5}",
      "--set",
      "vendors.b.products.p.price={month: 5}",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).points[0].means[0]).toBeCloseTo((2.5 * 12 * 7) / 365, 12);
  });
});

describe("an output", () => {
  const refusal = async (id: string) =>
    (await design("sweep", `runs: 2\nparameters: [{path: demand.mu, range: [0.2, 0.3]}]\noutputs: ["${id}"]`)).stderr;

  test("outside the run is refused, not answered with the last day's value", async () => {
    for (const when of ["2024-12-31", "2023-12-31", "2024-12", "2024", "2024-06-01..2024-08-01"])
      expect(await refusal(`market.hhi@${when}`)).toMatch(/outputs\.0: .*outside the run, 2024-01-01 to 2024-06-30/);
  });
  test("without a date behind its @ is refused, and so is the sum of what does not flow", async () => {
    for (const when of ["", "June", "2024-02-30", "2024-13"])
      expect(await refusal(`market.hhi@${when}`)).toMatch(/is no date: write market\.hhi@2024-12-31/);
    expect(await refusal("market.hhi:sum")).toMatch(/has no sum/);
  });
  test("of a month is the sum of what flows in its days, and the mean of what has a level", async () => {
    const month = ["tokens", "tokens:mean", "hhi", "hhi:mean"].map((what) => `market.${what}@2024-02`);
    const { stdout } = await design(
      "sweep",
      `points: [{demand.mu: 0.25}]\noutputs: ${JSON.stringify(month)}`,
      "--json",
    );
    const [sum, mean, hhi, meanHhi] = JSON.parse(stdout).points[0].means;
    expect(sum / mean).toBeCloseTo(29 / 7, 9);
    expect(hhi).toBe(meanHhi);
  });
});

describe("calibrate", () => {
  const mu = "parameters: [{path: demand.mu, range: [0.1, 0.6]}]\nevaluations: 10\nreplications: 1\n";
  const share = (more: string) => `${mu}targets: [{series: vendors.a.tokenShare, ${more}}]`;

  test("takes per cent, gaps, months and a CSV of them: the same targets", async () => {
    const typed = await design(
      "calibrate",
      share("points: {2024-02-01: 60 %, 2024-03-01: null, 2024-04: 0.59}, sd: 2 %"),
      "--json",
    );
    table(
      "shares.csv",
      "month,vendor,token_share\n2024-02-01,a,60%\n2024-03-01,a,\n2024-04,a,0.59\n2024-02-01,b,40%\n",
    );
    const read = await design("calibrate", share("file: shares.csv, sd: 0.02"), "--json");
    expect(typed.stderr).toBe("");
    expect(read.stdout).toBe(typed.stdout);
    const { fits } = JSON.parse(read.stdout);
    expect(fits.map((f: { output: string; observed: number }) => [f.output, f.observed])).toEqual([
      ["vendors.a.tokenShare@2024-02-01", 0.6],
      ["vendors.a.tokenShare@2024-04", 0.59],
    ]);
  });

  test("refuses a share above 1, a month outside the run, a value without a date", async () => {
    const refused = async (more: string) => (await design("calibrate", share(more))).stderr;
    expect(await refused("points: {2024-02-01: 56}")).toMatch(/mine\.yaml:\d+:\d+ .*56 is out of bounds/);
    expect(await refused("points: {2024-09: 56 %}")).toMatch(/outside the run/);
    expect(await refused("points: {spring: 56 %}")).toMatch(/“spring” is no date/);
    table("none.csv", "vendor,token_share\na,0.5\n");
    expect(await refused("file: none.csv")).toMatch(/none\.csv:1:1 .*no column holds a date/);
    table("two.csv", "date,paid,asked\n2024-02-01,0.5,0.6\n");
    expect(await refused("file: two.csv")).toMatch(/say column.*paid, asked/);
  });

  test("gives standard errors and profile likelihoods, and says where an optimum lies at an end", async () => {
    const targets = (x: number) => `targets: [{output: vendors.a.tokenShare, value: ${x}, sd: 0.02}]`;
    const text = (x: number) => `agents: 2000\n${mu}${targets(x)}`;
    const { settings } = JSON.parse((await design("calibrate", text(0.62), "--json")).stdout);
    const [{ value, standardError, interval, profile, atEnd }] = settings;
    expect(atEnd).toBe(false);
    expect(standardError).toBeGreaterThan(0);
    expect(interval[0]).toBeLessThan(value);
    expect(value).toBeLessThan(interval[1] ?? 1);
    expect(profile.length).toBeGreaterThan(5);
    // By hand: share = 1 / (1 + exp(-0.1/mu)), so the error of mu is sd / slope.
    const slope = (0.62 * 0.38 * 0.1) / value ** 2;
    expect(standardError / (0.02 / slope)).toBeCloseTo(1, 0);
    const { stdout } = await design("calibrate", text(0.95));
    expect(stdout).toContain("at the end of its range");
    expect(stdout).toContain("profile likelihood");
  });
});

describe("optimise", () => {
  const text = (more: string) =>
    `agents: 2000\nevaluations: 24\nreplications: 1\nparameters: [{path: ${PRICE}, range: [1, 2.5]}]\n${more}`;

  test("keeps to its conditions: the share that is most is bought no deeper than the margin allows", async () => {
    const most = "maximise: vendors.a.tokenShare\n";
    const set = ["--set", "vendors.a.products.p.price.output=1.5", "--json"];
    const free = JSON.parse((await design("optimise", text(most), ...set)).stdout);
    expect(free.settings[0].value).toBeCloseTo(1, 1);
    const margin = 'subject: ["vendors.a.grossMargin >= 25 %"]\n';
    const bound = JSON.parse((await design("optimise", text(most + margin), ...set)).stdout);
    expect(bound.subject[0]).toMatchObject({ kept: true, output: "vendors.a.grossMargin" });
    expect(bound.subject[0].value).toBeCloseTo(0.25, 1);
    expect(bound.settings[0].value).toBeGreaterThan(1.1);
  });
  test("says its amounts with currency and unit: what is set, what is gained, and the interval", async () => {
    const { stdout } = await design(
      "optimise",
      text('maximise: vendors.a.grossProfit\nsubject: "vendors.a.grossProfit > 0"\n'),
    );
    expect(stdout).toMatch(/price\.input: ¥[\d.]+ per Mtok, now ¥[\d.]+ per Mtok$/m);
    expect(stdout).toMatch(/95% interval \[[−\d.]*¥?[−\d.]+ ?\w* a week, [−¥\d.]+ ?\w* a week\]/);
    expect(stdout).toMatch(/keeps to vendors\.a\.grossProfit > 0: ¥[\d.]+ a week/);
  });
  test("says when nothing keeps to them, and refuses what is no condition", async () => {
    const { stdout } = await design("optimise", text('maximise: vendors.a.tokenShare\nsubject: "market.hhi < 0.1"\n'));
    expect(stdout).toContain("BREAKS market.hhi < 0.1");
    const wrong = await design("optimise", text('maximise: market.hhi\nsubject: ["profit is fine"]\n'));
    expect(wrong.stderr).toMatch(/subject\.0: “profit is fine” is no condition/);
    const empty = await design("optimise", text('maximise: market.hhi\nsubject: ["vendors.a.tokenShare >= 60"]\n'));
    expect(empty.stderr).toMatch(/:\d+:\d+ +subject\.0: .*no run comes to 60; did you mean 60 %\?/);
  });
});
