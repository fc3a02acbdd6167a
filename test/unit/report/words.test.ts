import { describe, expect, it } from "vitest";
import { FIRM, headline, type Language, type Scenario } from "../../../engine/index.ts";
import { comparisonTitle } from "../../../words/comparison-words.ts";
import { explainedSentence } from "../../../words/explain-words.ts";
import { list, money, number, percent, points, setting } from "../../../words/format.ts";
import { headlineAnswers } from "../../../words/headline-words.ts";
import { library, simulate } from "../../support/scenarios.ts";

const run = (scenario: Scenario) => {
  const recording = simulate(scenario);
  return { scenario, recording, recordings: [recording], headline: headline(recording) };
};
const small = (values: Record<string, unknown> = {}) => run(library("china-2024", { "demand.agents": 400, ...values }));

describe("a verdict", () => {
  const says = (robustness: number, lang: Language) => {
    const part = { hardware: -2, technology: -10, learning: -2, scale: 0, scheduling: 0, margin: -1 };
    const split = {
      from: 20,
      to: 5,
      costFrom: 3,
      costTo: 1,
      symmetric: part,
      absolute: { cost: -2, margin: -13 },
      nash: { cost: -2, competition: -2, conduct: -11 },
    };
    const verdict = robustness < FIRM ? "undetermined" : "war";
    return explainedSentence("X", { verdict, leading: "war", robustness, split } as never, lang);
  };

  it("that most runs agree on is given with their share; one that most contradict is none", () => {
    expect(says(0.8, "en")).toMatch(/Verdict: price war \(80% of runs agree\)\.$/);
    expect(says(0.22, "en")).toMatch(/Verdict: undetermined; most often price war, but only 22% of runs say so\.$/);
    expect(says(0.8, "zh")).toMatch(/判断：价格战（80% 的运行同意）。$/);
    expect(says(0.22, "zh")).toMatch(/判断：尚无定论；最常见的是价格战，但只有 22% 的运行如此。$/);
  });
});

describe("numbers", () => {
  it("carry three digits, a true minus and the scale words of each language", () => {
    expect([108, 16.25, 4.3, 0.96, 0].map((x) => number(x))).toEqual(["108", "16.3", "4.30", "0.960", "0"]);
    expect(money(-1.7e9, "CNY", "en")).toBe("−¥1.70 bn");
    expect(money(1.2e8, "CNY", "zh")).toBe("1.20 亿元");
    expect(money(2.3e12, "CNY", "zh")).toBe("2.30 万亿元");
    expect([percent(-0.684), percent(0.032)]).toEqual(["−68%", "3.2%"]);
    expect(points(0.047, "zh")).toBe("+4.7 个百分点");
  });

  it("that people set have no idle zeros", () => {
    expect([0.2, 20, 1, 0.35, -0.4, 100].map(setting)).toEqual(["0.2", "20", "1", "0.35", "−0.4", "100"]);
  });
});

describe("a list in Chinese", () => {
  it("sets Han and Latin apart, and nothing else", () => {
    expect(list(["阿里", "MiniMax"], "zh")).toBe("阿里和 MiniMax");
    expect(list(["MiniMax", "阿里"], "zh")).toBe("MiniMax 和阿里");
    expect(list(["字节", "百度", "阿里"], "zh")).toBe("字节、百度和阿里");
  });
});

describe("a comparison", () => {
  const base = small();
  const muted = small({ "strategies.headline.strength": 0 });

  it.each(["en", "zh"] as Language[])("names both numbers, and they differ (%s)", (lang) => {
    const said = comparisonTitle(muted, base, lang);
    const numbers = said.match(/[\d.]+%/g) ?? [];
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers[0]).not.toBe(numbers[1]);
  });

  it("never says that prices fall by nothing", () => {
    expect(comparisonTitle(muted, base, "en")).toMatch(/list prices hold instead of falling \d+%/);
    expect(comparisonTitle(muted, base, "zh")).toMatch(/目录价不变，而不是跌 \d+%/);
    expect(comparisonTitle(base, muted, "en")).toMatch(/list prices fall \d+% instead of holding/);
  });

  it("of a run with itself says that nothing changes", () => {
    expect(comparisonTitle(base, base, "en")).toBe("Next to nothing changes.");
    expect(comparisonTitle(base, base, "zh")).toBe("几乎没有变化。");
  });

  it("says what is free without counting products sold below cost that are none", () => {
    const h = { ...base.headline, belowCost: [], free: ["baidu.ernie-lite"] };
    const below = (lang: Language) => headlineAnswers(h, base.scenario, lang).find((a) => a.id === "below")?.answer;
    expect([below("en"), below("zh")]).toEqual(["1 free", "1 款免费"]);
  });
});

it("one move is a move", () => {
  const { headline: h, scenario } = small();
  const detail = (moves: number) => headlineAnswers({ ...h, moves }, scenario, "en")[0].detail;
  expect([detail(1), detail(2)]).toEqual([expect.stringMatching(/; 1 move$/), expect.stringMatching(/; 2 moves$/)]);
});
