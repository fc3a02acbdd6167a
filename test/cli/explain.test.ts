import { describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const quick = ["--weeks", "13", "--to", "2024-06-30", "-n", "2", "--agents", "400", "--quiet"];

describe("pricewar explain", () => {
  test("--json holds three splits of each change that add up, and a verdict", async () => {
    const { code, stdout } = await pricewar(["explain", "china-2024", "--json", ...quick]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ from: "2024-04-01", to: "2024-06-30", runs: 2 });
    expect(found.verdict).toBe(found.index.verdict);
    expect(found.products.map((p: { id: string }) => p.id)).toContain("zhipu.glm-4");
    const sum = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
    for (const p of [...found.products, ...found.vendors, found.index]) {
      for (const parts of [p.symmetric, p.absolute, p.nash]) {
        expect(sum(parts)).toBeCloseTo(p.priceTo - p.priceFrom, 9);
      }
      expect(p.robustness).toBeLessThanOrEqual(1);
    }
    expect(found.products.some((p: { verdict: string }) => p.verdict === "free")).toBe(true);
  });
  test("says it in either language, and in no other", async () => {
    const [en, zh] = await Promise.all(
      ["en", "zh"].map((lang) => pricewar(["explain", "china-2024", "--lang", lang, ...quick, "-n", "1"])),
    );
    expect(en.stdout).toMatch(/Verdict: /);
    // GLM-4 ends at five times that column, and below cost.
    const onCost = en.stdout.replaceAll(/\s+/g, " ");
    expect(onCost).toContain("idle capacity included; the column cost is without it");
    expect(en.stdout).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.stdout).toMatch(/判断：/);
    expect(zh.stdout).not.toMatch(/verdict|robust/);
  });
  test("refuses a day outside the scenario, what is no day, and a span run backwards, with exit code 2", async () => {
    for (const flags of [
      ["--from", "2031-01-01"],
      ["--to", "June"],
      ["--from", "2024-06-30"],
    ]) {
      const { code, stderr } = await pricewar(["explain", "china-2024", ...quick, ...flags]);
      expect(code).toBe(2);
      expect(stderr).toContain(flags.join(" "));
    }
  });
});

describe("pricewar explain, one question a flag", () => {
  const ask = async (...flags: string[]) => {
    const { code, stdout } = await pricewar(["explain", "china-2024", "--json", ...quick, ...flags]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/NaN|Infinity/);
    return JSON.parse(stdout);
  };
  test("--knock-out gives paired differences with what pairing saves, of each alone and of all together", async () => {
    const { pairs, knockOuts } = await ask("--knock-out", "launch:deepseek.v2,hardware");
    expect(pairs).toBe(2);
    expect(knockOuts.map((k: { id: string }) => k.id)).toEqual(["launch:deepseek.v2", "hardware", "all"]);
    const index = knockOuts[0].wedges.find((w: { path: string }) => w.path === "market.priceIndex");
    expect(index.base + index.mean).toBeCloseTo(1, 9); // no launch, no cut
  });
  test("--worth, --share, --growth and --why answer theirs", async () => {
    expect((await ask("--worth", "zhipu")).worth.cells["hold/held"].profit).toBeGreaterThan(0);
    expect((await ask("--share", "zhipu")).runs[0].causes).toHaveProperty("switching");
    expect((await ask("--growth")).runs[0].times).toBeGreaterThan(1);
    const week = await ask("--why", "2024-05-22");
    expect(week.moves.every((m: { rule: string }) => m.rule === "headline")).toBe(true);
    expect(week.moves.length).toBeGreaterThan(3);
  });
  test("names that are none are refused with exit code 2, the nearest or all of them named", async () => {
    const wrong = {
      "--knock-out": ["launch:deepseek", /launch:deepseek\.v2/],
      "--worth": ["baidou", /baidu/],
      "--why": ["May", /2024-04-01/],
    } as const;
    for (const [flag, [value, message]] of Object.entries(wrong)) {
      const { code, stderr } = await pricewar(["explain", "china-2024", ...quick, flag, value]);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    }
  });
});
