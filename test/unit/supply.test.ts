import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALLOWED, direct, licenceOf, locked } from "../../scripts/dependencies.ts";
import { REASONS } from "../../scripts/dependency-reasons.ts";

const root = join(import.meta.dirname, "../..");

test("every package that we name has a reason, and no reason is of one that is gone", () =>
  expect(Object.keys(REASONS).toSorted()).toEqual(Object.keys(direct()).toSorted()));

test("versions are exact", () => {
  for (const [name, version] of Object.entries(direct()))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
});

test("every package of the lock has a SHA-512, and none comes from another place than the registry", () => {
  const wrong = Object.entries(locked()).filter(
    ([, { integrity = "", resolved }]) =>
      !integrity.startsWith("sha512-") ||
      (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  expect(wrong).toEqual([]);
});

test("every licence is one under which this may be given on", () => {
  const wrong = Object.entries(locked()).filter(([path, entry]) => !ALLOWED.includes(licenceOf(path, entry)));
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test("no package runs a script when it is installed", () =>
  expect(readFileSync(join(root, ".npmrc"), "utf8").split("\n")).toContain("ignore-scripts=true"));
