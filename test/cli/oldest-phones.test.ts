import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import doiuse, { type Usage } from "doiuse";
import { runChecks } from "es-check";
import postcss from "postcss";
import { expect, test } from "vitest";
import { OLDEST_PHONES } from "../../scripts/oldest-phones.ts";

const root = join(import.meta.dirname, "../..");

/** What students open: the pages of a class, and the lessons and games that are handed out. */
const shipped = (end: string): string[] =>
  ["dist/class/assets", "dist/solo"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith(end))
      .map((file) => join(root, folder, file)),
  );

/** Methods that the pages bring along, as the checker names them: ArrayToSorted for array/to-sorted. */
const brought = ["ui/class/older.ts", "ui/solo/older.ts"].flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/core-js\/actual\/([\w/-]+)/g)].map(([, name]) =>
    name.replaceAll(/(?:^|[/-])(\w)/g, (_all, first: string) => first.toUpperCase()),
  ),
);
/** Asked for only where it is there. */
const OPTIONAL = ["FinalizationRegistry", "Uint8ArrayToHex", "ArrayBufferTransfer"];

test("scripts for students ask for no language and no method that the oldest phone lacks", () => {
  expect(brought).toContain("ArrayToSorted");
  expect(shipped(".js").length).toBe(4);
  const config = {
    ecmaVersion: "checkBrowser",
    browserslistQuery: OLDEST_PHONES.join(", "),
    files: shipped(".js"),
    module: true,
    checkFeatures: true,
    noCache: true,
  };
  const { errors } = runChecks([{ ...config, ignore: [...brought, ...OPTIONAL].join(",") }], {});
  expect(errors.map(({ err }) => err.message)).toEqual([]);
});

/** Nicer where it is known, and nothing missed where it is not. */
const BETTER = new Set(["css-focus-visible", "css-has", "css-touch-action"]);
/** A list in a selector is taken for a list inside its :not(). */
const MISTAKEN = new Set(["css-not-sel-list"]);

test("styles for students ask for nothing that the oldest phone lacks", async () => {
  expect(shipped(".css").length).toBe(2);
  const found: string[] = [];
  for (const file of shipped(".css")) {
    const onFeatureUsage = ({ feature, usage, featureData }: Usage) => {
      if (featureData.missing && !BETTER.has(feature) && !MISTAKEN.has(feature)) found.push(`${feature}: ${usage}`);
    };
    const check = doiuse({ browsers: OLDEST_PHONES, onFeatureUsage });
    await postcss([check]).process(readFileSync(file, "utf8"), { from: file });
  }
  expect(found).toEqual([]);
});
