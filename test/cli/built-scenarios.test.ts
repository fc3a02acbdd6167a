import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtScenario } from "../../cli/built-scenario.ts";
import { libraryIds, openScenario } from "../../cli/scenario.ts";
import { keyOf } from "../../engine/cache.ts";

const dist = pathToFileURL(join(import.meta.dirname, "../../dist/lib/scenarios/"));
const PLAIN = { set: [] };

describe("a scenario of the library as it was built", () => {
  it("is what reading its file gives", () => {
    const some = libraryIds().filter((id, k) => id === "china-2024" || k % 6 === 0);
    for (const id of some) {
      const built = builtScenario(id, PLAIN, dist);
      expect(keyOf(built), id).toBe(keyOf(JSON.parse(JSON.stringify(openScenario(id, PLAIN)))));
      expect(keyOf(built?.scenario), id).toBe(keyOf(openScenario(id, PLAIN).scenario));
    }
  });

  it("is none where something is set, or plugins may know more fields", () => {
    expect(builtScenario("china-2024", { set: ["demand.mu=0.2"] }, dist)).toBeNull();
    expect(builtScenario("china-2024", { ...PLAIN, agents: "300" }, dist)).toBeNull();
    expect(builtScenario("china-2024", { ...PLAIN, weeks: "4" }, dist)).toBeNull();
    expect(builtScenario("china-2024", { ...PLAIN, plugin: ["mine.js"] }, dist)).toBeNull();
    expect(builtScenario("../china-2024", PLAIN, dist)).toBeNull();
  });

  describe("in a folder of one's own", () => {
    const folder = mkdtempSync(join(tmpdir(), "built-"));
    const before = process.cwd();
    beforeAll(() => process.chdir(folder));
    afterAll(() => {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    });

    it("is none where its text has changed since", () => {
      const built = JSON.parse(readFileSync(new URL("china-2024.json", dist), "utf8"));
      const keep = (texts: object) => writeFileSync("china-2024.json", JSON.stringify({ ...built, texts }));
      const here = pathToFileURL(`${folder}/`);
      keep(built.texts);
      expect(builtScenario("china-2024", PLAIN, here)).toEqual(built.read);
      keep({ ...built.texts, "scenarios/library/china-2024.yaml": "0" });
      expect(builtScenario("china-2024", PLAIN, here)).toBeNull();
    });

    it("gives way to a file of its name", () => {
      writeFileSync("china-2024", "title: mine");
      expect(builtScenario("china-2024", PLAIN, dist)).toBeNull();
    });
  });
});
