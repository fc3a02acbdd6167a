import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, pricewar } from "../support/cli.ts";
import { blocks, blocksIn, commands, indented, otherLines, root } from "../support/documents/blocks.ts";
import { ADDED, ELSEWHERE, FILES, LINES, PROGRAM_SIZE, RUNNERS, SIZES } from "../support/documents/how.ts";

/** The page that a translation is of: what both say to type is typed once. */
const inEnglish = (page: string): string => page.replace(".zh.md", ".md");

/** A folder for each page, with the files that its reader has. */
const folders = new Map<string, string>();
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "pricewar-documents-"));
  mkdirSync(join(home, "node_modules"));
  symlinkSync(root, join(home, "node_modules/pricewar"), "junction");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function folderOf(page: string): string {
  const known = folders.get(page);
  if (known) return known;
  const folder = join(home, page.replaceAll("/", "-"));
  mkdirSync(folder);
  for (const [name, from] of FILES) {
    if (from.startsWith("test/")) cpSync(join(root, from), join(folder, name));
    else writeFileSync(join(folder, name), from);
  }
  folders.set(page, folder);
  return folder;
}

const helps = new Map<string, Promise<string>>();
async function helpOf(verb: string): Promise<string> {
  if (!helps.has(verb))
    helps.set(
      verb,
      pricewar([verb, "--help"]).then(({ stdout }) => stdout),
    );
  return helps.get(verb)!;
}

/** The flags of a command, and whether its verb's help knows each of them. */
async function unknownFlags([verb, ...words]: readonly string[]): Promise<string[]> {
  const help = await helpOf(verb);
  return words.filter((word) => /^--?[a-z]/.test(word) && !new RegExp(`(^|[ ,])${word}\\b`, "m").test(help));
}

describe("every command of the documents", () => {
  test.each(commands.map(({ name, words }) => [words.join(" "), name, words] as const))(
    "pricewar %s (%s) has a verb that is, with flags that it has",
    async (_, __, words) => {
      expect(await helpOf(words[0])).toContain(`pricewar ${words[0]}`);
      expect(await unknownFlags(words)).toEqual([]);
    },
  );
});

const typed = commands
  .filter(({ typed: run, words }) => run && !ELSEWHERE.some(([form]) => form.test(words.join(" "))))
  .map(({ page, words }) => [words.join(" "), page, words] as const)
  .filter(
    ([line, page], k, all) =>
      all.findIndex(([same, before]) => same === line && inEnglish(before) === inEnglish(page)) === k,
  );

/** The same with few people and runs: no sentence of the documents depends on how many. */
async function smaller(words: readonly string[]): Promise<string[]> {
  const help = await helpOf(words[0]);
  const given = [...words];
  for (const [flag, value] of SIZES) {
    const at = given.indexOf(flag);
    if (at >= 0) given[at + 1] = value;
    else if (new RegExp(`^ +${flag}\\b`, "m").test(help)) given.push(flag, value);
  }
  return [...given, ...ADDED.filter(([form]) => form.test(words.join(" "))).flatMap(([, added]) => added)];
}

describe("what the documents say to type is done as it is typed, page by page, in their order", () => {
  test.each(typed)("pricewar %s (%s)", async (_, page, words) => {
    const { code, stderr } = await pricewar([...(await smaller(words)), "--quiet"], { cwd: folderOf(page) });
    expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  });
  test("each reason not to run one here is needed, and names a test that is", () => {
    const lines = commands.filter(({ typed: run }) => run).map(({ words }) => words.join(" "));
    expect(ELSEWHERE.filter(([form]) => !lines.some((line) => form.test(line)))).toEqual([]);
    const named = ELSEWHERE.flatMap(([, why]) => why.match(/test\/\S+\.ts/g) ?? ["none"]);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

test("every line for the shell that calls something else is one that is known, with where it is run", () => {
  expect(otherLines.filter((line) => !LINES.some(([form]) => form.test(line)))).toEqual([]);
  expect(LINES.filter(([form]) => !otherLines.some((line) => form.test(line)))).toEqual([]);
});

test("every block says its language, and it is one that is run, read or only shown", () => {
  expect(indented).toEqual([]);
  const known = Object.keys(RUNNERS);
  expect(blocks.filter(({ language }) => !known.includes(language)).map(({ name }) => name)).toEqual([]);
});

/** A program with fewer people and runs. */
const sized = (text: string): string =>
  PROGRAM_SIZE.reduce((program, [from, to]) => program.replaceAll(from, to), text);

const environment = {
  ...process.env,
  PRICEWAR: `${process.execPath} ${main}`,
  PYTHONPATH: join(root, "clients/python/src"),
  PYTHONDONTWRITEBYTECODE: "1",
  MPLBACKEND: "agg",
};

describe("programs of the documents", () => {
  const programs = blocksIn("js").filter(({ page }) => page === inEnglish(page)); // translations differ in comments
  test.each(programs)("the JavaScript of $name runs", ({ text, page }) => {
    const folder = folderOf(page);
    writeFileSync(join(folder, "program.mjs"), sized(text));
    const { status, stderr } = spawnSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" });
    expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  });
  test.each(blocksIn("python"))("the Python of $name runs", ({ text, page }) => {
    const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    const program = /^import pricewar$/m.test(text) ? text : `import pricewar\n${text}`;
    const { status, stderr } = spawnSync(python, ["-c", sized(program)], {
      cwd: folderOf(page),
      encoding: "utf8",
      env: environment,
    });
    expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  });
  test.each(blocksIn("json"))("the JSON of $name is JSON", ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });
});

test("the scripts of a project's README are those of its package.json", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "scenarios/project/package.json"), "utf8"));
  const page = readFileSync(join(root, "scenarios/project/README.md"), "utf8");
  const said = [...page.matchAll(/^npm (?:run )?(\w+)/gm)].map(([, name]) => name).filter((name) => name !== "install");
  expect(said.toSorted()).toEqual(Object.keys(scripts).toSorted());
});
