import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../support/cli.ts";

/** Debian's own Python, whose packages `.ci/run` installs; elsewhere the one on the path. */
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
const NEEDS = [
  "apt-get install python3-pandas python3-matplotlib python3-pytest python3-build python3-venv",
  "jupyter-nbconvert python3-ipykernel",
].join(" ");

const root = join(import.meta.dirname, "../..");
let folder: string;
let client: string; // a copy: builds leave things behind

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-python-"));
  client = join(folder, "client");
  cpSync(join(root, "clients/python"), client, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

function python(words: readonly string[], cwd = client, program = PYTHON) {
  const env = { ...process.env, PRICEWAR: `${process.execPath} ${main}`, PYTHONPATH: "", PYTHONDONTWRITEBYTECODE: "1" };
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", env });
  return { status, said: `${stdout}${stderr}` };
}

test("the machine has what the Python tests need", () => {
  expect([
    python(["-c", "import pandas, matplotlib, pytest, build, venv, nbconvert, ipykernel"]).status,
    NEEDS,
  ]).toEqual([0, NEEDS]);
});

test("the Python package builds as a wheel, and in an environment of its own gives what the command gives", () => {
  const built = python(["-m", "build", "--wheel", "--no-isolation"]);
  expect(built.said).toContain("Successfully built");
  const [wheel] = readdirSync(join(client, "dist"));
  expect(wheel).toMatch(/^pricewar-.*-none-any\.whl$/);
  python(["-m", "venv", "--system-site-packages", join(folder, "own")]);
  const own = join(folder, "own/bin/python");
  python(["-m", "pip", "install", "--no-deps", "--no-index", join("dist", wheel)], client, own);
  const tested = python(["-m", "pytest", "-q", "-p", "no:cacheprovider"], client, own);
  expect(tested.said).toMatch(/\d+ passed/);
  expect(tested.status).toBe(0);
});

test("the Python package has the version of the command", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(readFileSync(join(root, "clients/python/pyproject.toml"), "utf8")).toContain(`\nversion = "${version}"\n`);
});

test("the notebook runs from its first cell to its last, and draws the figures of the docs", () => {
  const own = join(folder, "own/bin/python"); // a kernel finds packages by what starts it
  const script = [
    "import os, sys, nbformat",
    "from nbconvert.preprocessors import ExecutePreprocessor",
    "sys.path.insert(0, 'src'); os.environ['PYTHONPATH'] = os.path.abspath('src')",
    "book = nbformat.read('examples/china-2024.ipynb', 4)",
    "ExecutePreprocessor(timeout=240, kernel_name='python3').preprocess(book, {'metadata': {'path': 'examples'}})",
    "print([len(c.outputs) for c in book.cells if c.cell_type == 'code'])",
  ].join("\n");
  const { status, said } = python(["-c", script], client, existsSync(own) ? own : PYTHON);
  expect(said).toMatch(/^\[2, 0, 0, 2, 2, 1\]/m); // a bar of progress beside each result
  expect(status).toBe(0);
  for (const name of ["notebook-prices.png", "notebook-shares.png"])
    expect(readFileSync(join(client, "examples", name)).length).toBeGreaterThan(10_000);
});
