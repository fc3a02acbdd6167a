import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../support/cli.ts";
import { blocksIn } from "../support/documents/blocks.ts";

const NEEDS = "R is not here: apt-get install r-base-core r-cran-jsonlite";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-r-"));
  const command = join(folder, "pricewar");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(command, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

function r(program: string) {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync("Rscript", ["-e", program], { cwd: folder, encoding: "utf8", env });
  return { status, stdout, stderr };
}

test("the machine has what the R test needs", () => {
  expect([r("library(jsonlite)").status, NEEDS]).toEqual([0, NEEDS]);
});

test("the R of the documents reads a run as the command tells it, and draws it", () => {
  const [block, ...others] = blocksIn("r");
  expect(others).toEqual([]);
  const small = block.text.replace("run china-2024", "run china-2024 --agents 200 --weeks 12");
  const look = `cat(class(x$date), nrow(prices), sprintf("%.17g", c(prices$value, run$headline$priceFall)))`;
  const { status, stdout, stderr } = r(`${small}\n${look}`);
  expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  const summary = JSON.parse(readFileSync(join(folder, "runs/one/summary.json"), "utf8")) as {
    readonly dates: readonly string[];
    readonly products: readonly { readonly id: string; readonly priceInput: readonly number[] }[];
    readonly headline: { readonly priceFall: number };
  };
  const { priceInput } = summary.products.find(({ id }) => id === "zhipu.glm-4")!;
  const [kind, rows, ...numbers] = stdout.split("\n").at(-1)!.split(" ");
  expect([kind, Number(rows)]).toEqual(["Date", summary.dates.length]);
  expect(numbers.map(Number)).toEqual([...priceInput, summary.headline.priceFall]);
  expect(existsSync(join(folder, "Rplots.pdf"))).toBe(true);
});
