import { describe, expect, it } from "vitest";
import { type Move, strategies } from "../../../engine/index.ts";
import { reasonOf } from "../../../words/why-words.ts";
import { library, simulate } from "../../support/scenarios.ts";

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
  const reasons = strategies
    .list()
    .flatMap(({ id, reasons: own = {} }) => Object.keys(own).map((reason) => ({ id, reason })));

  it("has words with every strategy that moves prices", () => {
    expect(strategies.list().filter((s) => Object.keys(s.reasons ?? {}).length === 0)).toEqual([
      strategies.get("hold"),
    ]);
  });

  it.each(reasons)(
    "$reason ($id) reads well in both languages, with and without whom it is about",
    ({ id, reason }) => {
      for (const about of ["", ":deepseek.v2"]) {
        const [en, zh] = (["en", "zh"] as const).map((lang) => reasonOf(move(reason + about, id), scenario, lang));
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(zh).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/); // Han and Han stand close
        expect(`${en}${zh}`).not.toMatch(/\{x\}|undefined/);
      }
    },
  );

  it("names the product it answers, its vendor once", () => {
    expect(reasonOf(move("gap:deepseek.v2", "follow"), scenario, "en")).toContain("Follow: DeepSeek-V2 had");
    expect(reasonOf(move("undercut:bytedance.doubao-pro", "undercut"), scenario, "zh")).toContain("压过字节豆包");
  });

  it("has words for every move of a run", () => {
    const r = simulate(library("china-2024", { "demand.agents": 300 }));
    expect(r.moves.length).toBeGreaterThan(10);
    for (const { rule, because } of r.moves)
      if (rule !== "event") expect(strategies.get(rule).reasons).toHaveProperty([because.split(":")[0]]);
  });
});
