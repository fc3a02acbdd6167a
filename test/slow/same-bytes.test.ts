import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pricewar, pricewarProcess } from "../support/cli.ts";
import { writeTextbookDesign } from "../support/experiments.ts";

let home: string;
beforeAll(() => (home = mkdtempSync(join(tmpdir(), "pricewar-bytes-"))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Hashes of all files below a folder. */
function bytesOf(folder: string, at = folder): Record<string, string> {
  return Object.fromEntries(
    readdirSync(at)
      .toSorted()
      .flatMap((name) => {
        const path = join(at, name);
        if (statSync(path).isDirectory()) return Object.entries(bytesOf(folder, path));
        return [[relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")]];
      }),
  );
}

const FORMATS = "csv,json,parquet,xlsx,svg,vega,md,pptx,html";

/** What is done, and the folders that it leaves. */
const WORK: readonly (readonly string[])[] = [
  ["run", "textbook.yaml", "--out", "one"],
  ["export", "one", "--format", FORMATS, "--out", "exported"],
  ["sweep", "design.yaml", "--out", "swept"],
  ["export", "swept", "--table", "runs", "--format", "csv,json,parquet", "--out", "runs"],
  ["ensemble", "textbook.yaml", "-n", "4", "--out", "ensemble.json"],
  ["report", "textbook.yaml", "-n", "2", "--format", "html,xlsx,md,json", "--out", "report"],
];

interface Place {
  readonly name: string;
  readonly workers: number;
  readonly env: Readonly<Record<string, string>>;
  readonly start: typeof pricewar;
}

const PLACES: readonly Place[] = [
  { name: "one worker in UTC", workers: 1, env: { TZ: "UTC" }, start: pricewarProcess },
  {
    name: "two workers on Kiritimati, in Turkish",
    workers: 2,
    env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    start: pricewarProcess,
  },
  {
    name: "three workers west of the date line, in the C locale",
    workers: 3,
    env: { TZ: "Pacific/Pago_Pago", LANG: "C", LC_ALL: "C" },
    start: pricewarProcess,
  },
];

/**
 * Other versions of Node, or commands that start one on another system (a container), where they are at hand:
 * `PRICEWAR_OTHER_NODES=/path/to/node-24:/path/to/command`. Each is a place more.
 */
const OTHERS: readonly Place[] = (process.env.PRICEWAR_OTHER_NODES ?? "")
  .split(delimiter)
  .filter(Boolean)
  .map((node) => ({
    name: `the Node of ${node}`,
    workers: 2,
    env: {},
    start: (words, setting) => pricewarProcess(words, { ...setting, node }),
  }));

/** Does the work in a folder of its own, as the place does, and tells its bytes. */
async function done({ name, workers, env, start }: Place): Promise<Record<string, string>> {
  const folder = join(home, name.replaceAll(/\W+/g, "-"));
  mkdirSync(folder);
  writeTextbookDesign(folder, 6, { agents: 200 });
  for (const words of WORK) {
    const { code, stderr } = await start([...words, "--lang", "en", "--quiet", "--workers", String(workers)], {
      cwd: folder,
      env,
    });
    expect([words[0], code, code === 0 ? "" : stderr]).toEqual([words[0], 0, ""]);
  }
  return bytesOf(folder);
}

describe("files are the same bytes", () => {
  let expected: Record<string, string>;
  test("of every kind there are some", async () => {
    expected = await done(PLACES[0]);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
  });
  test.each([...PLACES.slice(1), ...OTHERS])("from $name", async (place) =>
    expect(await done(place)).toEqual(expected),
  );
  test("from a process that has just made them, its caches warm", async () => {
    const here = { workers: 1, env: {}, start: pricewar };
    await done({ ...here, name: "cold" });
    expect(await done({ ...here, name: "warm" })).toEqual(expected);
  });
});
