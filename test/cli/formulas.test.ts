import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { pricewarProcess } from "../support/cli.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "pricewar-formulas-"));
const file = join(folder, "formula.yaml");
writeFileSync(
  file,
  'extends: textbook-logit\nid: formula\nvendors: {a: {strategy: {kind: formula, price: "1.3 * cost"}}}\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

/** Each in a process of its own: in one where a run was made before, a worker has brought the parser along. */
describe("formulas in what is shipped", () => {
  test("the built command line runs a formula without any worker", async () => {
    const { code, stdout, stderr } = await pricewarProcess(["equilibrium", file, "--json", "--quiet"]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).products[0].price).toBe(1.3);
  });

  test("the built library compiles a scenario with a formula and runs it in one's own thread", async () => {
    const library = (await import(pathToFileURL(join(root, "dist/lib/index.js")).href)) as {
      loadScenario(path: string): Promise<unknown>;
      compile(scenario: unknown): unknown;
      simulateModel(model: unknown): { dates: readonly string[]; moves: readonly { to: { input: number } }[] };
    };
    const { moves } = library.simulateModel(library.compile(await library.loadScenario(file)));
    expect(moves[0].to.input).toBe(1.3);
  });
});
