import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "*.ts", "*.tsx"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && !/\.generated\.|\/assembly\//.test(file));

/** Files of words: their lines are as long as what they say. */
const isWords = (file: string) => /words[^/]*\.tsx?$|\/i18n\//.test(file);

/** Lines of the code that break a rule, as `file:line`. */
const breaking = (breaks: (line: string, file: string) => boolean): string[] =>
  files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, k) => (breaks(line, file) ? [`${file}:${k + 1}`] : [])),
  );

test("no code line is longer than 120 columns", () => {
  expect(breaking((line, file) => [...line].length > 120 && !isWords(file))).toEqual([]);
});

test("the formatter is suppressed nowhere", () => {
  const marks = ["prettier", "oxfmt"].map((tool) => `${tool}-ignore`);
  expect(breaking((line) => marks.some((mark) => line.includes(mark)))).toEqual([]);
});

test("no code chooses by the language: words do, and a third language is files of words", () => {
  const choice = /[=!]==? "(?:en|zh)"|"(?:en|zh)" [=!]==?/;
  expect(breaking((line, file) => choice.test(line) && !isWords(file) && !file.startsWith("test/"))).toEqual([]);
});

test("apostrophes are straight in every text, as on a keyboard: a name is found by typing it", () => {
  const curly = /[A-Za-z0-9}]\u2019/;
  const texts = execFileSync("git", ["ls-files", "scenarios/*.yaml", "scenarios/*.md"], {
    cwd: root,
    encoding: "utf8",
  });
  const lessons = texts.split("\n").filter((file) => file && curly.test(readFileSync(join(root, file), "utf8")));
  expect([...breaking((line, file) => curly.test(line) && !file.startsWith("test/")), ...lessons]).toEqual([]);
});

/**
 * The package says that its files have no side effects, so bundlers step over a file that only passes names on, and
 * lose what it does on being loaded.
 */
test("the engine's doors do nothing when they are loaded", () => {
  const doors = ["engine/index.ts", "engine/authoring.ts", "engine/validation.ts"];
  const doing = doors.flatMap((file) =>
    parseSync(file, readFileSync(join(root, file), "utf8"))
      .program.body.filter(({ type }) => type === "ExpressionStatement")
      .map(({ type }) => `${file}: ${type}`),
  );
  expect(doing).toEqual([]);
});
