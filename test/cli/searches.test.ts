import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";
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

describe("optimise", () => {
  const text = (objective: string, more = "") => `${objective}
agents: 2000
evaluations: 40
replications: 2
parameters: [{path: ${PRICE}, range: [1, 2.5]}]
${more}`;
  test("a monopolist against a held rival ends near its best reply, judged on fresh draws", async () => {
    const { stdout, stderr } = await design(
      "optimise",
      text("maximise: vendors.a.grossProfit", "vendor: a\nothers: held\n"),
      "--set",
      "vendors.a.products.p.price.output=0",
      "--json",
    );
    expect(stderr).toBe("searching ...\n");
    const { settings, gain, fresh, searched } = JSON.parse(stdout);
    expect(settings[0].value).toBeGreaterThan(1.1);
    expect(settings[0].value).toBeLessThan(2.45);
    expect(fresh).not.toBe(searched); // other draws
    expect(gain.low).toBeGreaterThanOrEqual(-1e-9);
  });
  test("reaches a goal", async () => {
    const { stdout } = await design("optimise", text("goal: {output: vendors.a.tokenShare, value: 0.5}"), "--json");
    expect(JSON.parse(stdout).fresh).toBeCloseTo(0.5, 1);
  });
  test("refuses two objectives, an unknown vendor, and holding the others of nobody", async () => {
    expect((await design("optimise", text("maximise: market.hhi\nminimise: market.hhi"))).stderr).toMatch(
      /one of maximise, minimise and goal/,
    );
    expect((await design("optimise", text("maximise: market.hhi", "vendor: nobody"))).stderr).toMatch(
      /optimise.yaml:7:\d+ .*no vendor “nobody”; there are a, b/,
    );
    expect((await design("optimise", text("maximise: market.hhi", "others: held"))).stderr).toMatch(/needs a vendor/);
    expect((await design("optimise", text("maximise: market.hhhi"))).stderr).toMatch(
      /^optimise.yaml:\d+:\d+ {2}maximise: unknown metric “hhhi”; did you mean “hhi”/,
    );
  });
});

describe("calibrate", () => {
  test("finds a price from the share it led to, tests it on a hold-out, says which one it cannot know", async () => {
    const truth = JSON.parse(
      (await run("run", "textbook.yaml", "--json", "--agents", "20000", "--set", `${PRICE}=1.4`)).stdout,
    );
    const share = truth.vendors[0].tokenShare.at(-1);
    const { stdout, stderr } = await design(
      "calibrate",
      `agents: 4000
evaluations: 60
replications: 2
parameters:
  - {path: ${PRICE}, range: [1.1, 2]}
  - {path: vendors.b.trust, range: [-0.5, 0.5]}
targets:
  - {output: vendors.a.tokenShare, value: ${share}, sd: 0.01}
  - series: market.hhi
    points: {2024-03-04: ${truth.market.hhi[9]}, 2024-05-06: ${truth.market.hhi[18]}}
    sd: 0.02
    holdout: true
`,
      "--json",
    );
    expect(stderr).toBe("calibrating ...\n");
    const { settings, error, identification, fits } = JSON.parse(stdout);
    expect(settings[0].value).toBeCloseTo(1.4, 1);
    expect(error.fitted).toBeLessThan(error.before);
    expect(error.holdout).toBeLessThan(2);
    expect(identification.idle).toEqual([1]); // demand of the textbook knows no trust
    expect(fits.filter((f: { holdout: boolean }) => f.holdout)).toHaveLength(2);
  });
  test("warns in words when two parameters make up for each other", async () => {
    const { stdout } = await design(
      "calibrate",
      `agents: 1000
evaluations: 30
parameters:
  - {path: ${PRICE}, range: [1.1, 2]}
  - {path: vendors.a.products.p.appeal, range: [1.6, 2.4]}
targets: [{output: vendors.a.tokenShare, value: 0.5}]
`,
    );
    expect(stdout).toMatch(/Warning: the data can hardly tell .*apart/);
  });
  test("needs targets of the right form, some of them to fit", async () => {
    const parameters = `parameters: [{path: ${PRICE}, range: [1.1, 2]}]\n`;
    expect((await design("calibrate", parameters)).stderr).toMatch(/calibrate needs targets/);
    expect((await design("calibrate", `${parameters}targets: [{output: market.hhi}]`)).stderr).toMatch(
      /calibrate.yaml:3:\d+ .*a target is/,
    );
    expect(
      (await design("calibrate", `${parameters}targets: [{output: market.hhi, value: 1, holdout: true}]`)).stderr,
    ).toMatch(/every target is held out/);
  });
});
