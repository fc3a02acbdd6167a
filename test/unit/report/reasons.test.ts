import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Move, strategies } from "../../../engine/index.ts";
import { hasWords, reasonOf } from "../../../words/why-words.ts";
import { library, simulate } from "../../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../../engine/strategies");
const files = readdirSync(folder).filter((f) => f.endsWith(".ts"));

/** Strings and templates that a source hands out as a reason: `because: "x"`, `because: \`x:…\``, `posted(…, "x")`, an `a ? "x" : "y"`. */
function reasonsIn(source: string): string[] {
  const places = [
    /because[:=]\s*(?:[^"`,;\n]*\?\s*)?["`]([a-z-]+)/g,
    /because[:=][^,;\n]*\?\s*["`][a-z-]+["`]\s*:\s*["`]([a-z-]+)/g,
    /const because = [^;]*\?\s*["`]([a-z-]+)["`]\s*:\s*["`]([a-z-]+)/g,
    /(?:posted|fallingDue|post)\([^;]*["`]([a-z-]+)(?::\$\{[^}]*\})?["`]\)/g,
  ];
  return places.flatMap((place) =>
    [...source.matchAll(place)].flatMap((m) => m.slice(1).filter((x) => x !== undefined)),
  );
}

const scenario = library("china-2024");
const move = (because: string, rule: string): Move => ({
  tick: 0,
  product: 0,
  from: { input: 1, output: 1 },
  to: { input: 1, output: 1 },
  rule,
  because,
});

describe("the reason of a move", () => {
  const found = files.flatMap((file) =>
    reasonsIn(readFileSync(join(folder, file), "utf8")).map((reason) => ({ file, reason })),
  );

  it("is found in the source of every strategy that moves prices", () => {
    const without = strategies
      .list()
      .map((s) => s.id)
      .filter((id) => id !== "hold" && !found.some((f) => f.file === `${id}.ts`));
    expect(without).toEqual([]);
    expect(new Set(found.map((f) => f.reason)).size).toBeGreaterThanOrEqual(20);
  });

  it.each(found)("$reason ($file) has words in both languages", ({ file, reason }) => {
    const rule = file.replace(".ts", "");
    expect(hasWords(reason)).toBe(true);
    for (const about of ["", ":deepseek.v2"]) {
      const [en, zh] = (["en", "zh"] as const).map((lang) => reasonOf(move(reason + about, rule), scenario, lang));
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(zh).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/); // Han and Han stand close
      expect(`${en}${zh}`).not.toMatch(/\{x\}|undefined/);
    }
  });

  it("names the product it answers, its vendor once", () => {
    expect(reasonOf(move("gap:deepseek.v2", "follow"), scenario, "en")).toContain("the gap to DeepSeek-V2");
    expect(reasonOf(move("undercut:bytedance.doubao-pro", "undercut"), scenario, "zh")).toContain("压过字节豆包");
  });

  it("has words for every move of a run", () => {
    const r = simulate(library("china-2024", { "demand.agents": 300 }));
    expect(r.moves.length).toBeGreaterThan(10);
    for (const m of r.moves) expect(hasWords(m.because), m.because).toBe(true);
  });
});
