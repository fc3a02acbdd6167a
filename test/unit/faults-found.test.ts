import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/faults-found.md"), "utf8");

/** File and name of every test that the page gives, in whichever of its tables. */
const named = page.split("\n").flatMap((line) => {
  const [, file, said] = /`(test\/\S+?\.tsx?)`(?: \| |: )([^|]+?) *\|$/.exec(line) ?? [];
  return file ? [[file, said]] : [];
});

test.each(named)("%s still holds that %s", (file, said) => {
  expect(existsSync(join(root, file))).toBe(true);
  const text = readFileSync(join(root, file), "utf8").replaceAll('\\"', '"');
  expect(text.includes(`"${said}`) || text.includes(`'${said}`)).toBe(true);
});

test("every row but those that say why there is none names a test", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("|") && !/^\| (?:-|found|what|mutant)/.test(line));
  const answered = rows.filter((line) => !/\| (?:removed|the same|shown)/.test(line));
  expect(named).toHaveLength(answered.length);
  expect(named.length).toBeGreaterThan(40);
});
