import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../scripts/lessons/markdown.ts";
import { lessonIds, readLesson } from "../../../scripts/lessons/read.ts";
import { claimNumber } from "../../../ui/pages/learn/claim-number.ts";
import { gapOf } from "../../../ui/pages/learn/compare.ts";
import { shapeOf } from "../../../ui/pages/learn/shape.ts";
import { NOTHING, readProgress } from "../../../ui/pages/learn/progress.ts";
import { quantity } from "../../../ui/pages/learn/quantity.ts";
import { drawTo } from "../../../ui/pages/learn/stroke.ts";

describe("the number a claim of a lesson rests on", () => {
  const said = (metric: string, values: number[], lang: "en" | "zh" = "en") =>
    claimNumber({ metric }, values, { currency: "CNY", lang });

  it("is said in the unit of what it is, the middle of several runs", () => {
    expect(said("vendors.a.tokenShare", [0.1, 0.884, 0.9])).toBe("88%");
    expect(said("vendors.a.utilisation", [0.2])).toBe("20%");
    expect(said("products.a.p.priceInput", [1, 1.36], "zh")).toBe("1.18 元/百万 token");
    expect(said("products.a.p.priceInput", [1.7])).toBe("¥1.70 per Mtok");
    expect(said("vendors.a.grossProfit", [-17_400], "zh")).toBe("−1.74 万元/周");
    expect(said("market.tokens", [9.13e6])).toBe("9.13 tn tokens a week");
    expect(said("vendors.a.cash", [-2.27e7])).toBe("−¥22.7 mn");
    expect([said("vendors.a.alive", [0, 0, 1]), said("vendors.a.alive", [1], "zh")]).toEqual(["has left", "还在"]);
  });

  it("is no margin of thousands of per cent: far below cost, how many times the revenue the cost is", () => {
    expect(said("vendors.a.grossMargin", [-22.9])).toBe("cost 23.9 times revenue");
    expect(said("vendors.a.grossMargin", [-0.4])).toBe("−40%");
  });
});

describe("a prediction held against the run", () => {
  const line = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 3, maxLength: 12 });

  it("that is right everywhere is off by nothing", () => {
    fc.assert(
      fc.property(line, (x) => {
        expect(gapOf(x, x, [0, 10])).toMatchObject({ mean: 0, part: 0 });
      }),
    );
  });

  it("is off by as much as it is shifted, in the unit and as part of the chart's height", () => {
    expect(gapOf([3, 4, 5], [1, 2, 3], [0, 10])).toMatchObject({ mean: 2, part: 0.2 });
  });

  it("names the point of the widest gap", () => {
    expect(gapOf([5, 9, 6], [5, 1, 4], [0, 10]).worst).toBe(1);
  });
});

describe("the shape of a drawn line", () => {
  // A price falls steeply, then recovers: the turn is what the lesson is about.
  const run = [0.9, 0.6, 0.55, 0.65, 0.8, 0.9];
  const of = (drawn: readonly number[], truth = run) => shapeOf(drawn, truth, 1, [0, 1]);

  it.each([
    ["flat: nothing is drawn to happen", [1, 1, 1, 1, 1, 1], "flat"],
    ["straight through: its ends are right, the turn is missed", [0.98, 0.96, 0.94, 0.92, 0.91, 0.9], "straight"],
    ["mirrored: up where the run goes down", [1.1, 1.4, 1.45, 1.35, 1.2, 1.1], "mirrored"],
    ["late: the turn comes, but later", [1, 1, 0.9, 0.6, 0.55, 0.65], "late"],
    ["right shape, wrong level: it falls and recovers, too little", [0.97, 0.87, 0.85, 0.89, 0.94, 0.97], "level"],
    ["right", [0.88, 0.62, 0.53, 0.66, 0.79, 0.91], "right"],
  ] as const)("%s", (_, drawn, verdict) => {
    expect(of(drawn).verdict).toBe(verdict);
  });

  it("names the point where the run turns and the line does not", () => {
    expect(of([0.98, 0.96, 0.94, 0.92, 0.91, 0.9]).turn).toBe(2);
  });

  it("of a market where nothing happens a flat line is right", () => {
    expect(of([1, 1, 1], [1, 1.01, 1]).verdict).toBe("right");
  });

  it("of a steady fall, half as deep, is the right shape at another level", () => {
    expect(of([0.9, 0.8, 0.7], [0.8, 0.55, 0.3]).verdict).toBe("level");
  });
});

describe("drawing", () => {
  const ticks = [2, 4, 6, 8];

  it("sets the nearest point at a touch and no other", () => {
    expect(
      drawTo(null, { tick: 5, value: 7 }, { ticks, values: [0, 0, 0, 0] }).values.filter((x) => x === 7),
    ).toHaveLength(1);
  });

  it("puts points a quick stroke skipped on the straight line between, in either direction", () => {
    const [left, right] = [
      { tick: 2, value: 0 },
      { tick: 8, value: 6 },
    ];
    expect(drawTo(left, right, { ticks, values: [0, 9, 9, 9] }).values).toEqual([0, 2, 4, 6]);
    expect(drawTo(right, left, { ticks, values: [9, 9, 9, 6] }).values).toEqual([0, 2, 4, 6]);
  });
});

describe("what a browser kept of a lesson", () => {
  it("is read back as it was written", () => {
    const kept = { drawn: [1, 2, 3], ran: true, without: true, answer: 1 };
    expect(readProgress(JSON.stringify(kept), 3, 2)).toEqual(kept);
  });

  it("counts as nothing when damaged, of another length, or without its choice", () => {
    for (const text of [null, "", "{", "7", '"x"', "[]"]) expect(readProgress(text, 3, 2)).toEqual(NOTHING);
    expect(readProgress('{"drawn":[1,2],"ran":true,"answer":5}', 3, 2)).toEqual(NOTHING);
    expect(readProgress('{"drawn":[1,null,2],"ran":true}', 3, 2)).toEqual(NOTHING);
  });
});

it("says quantities as each language does", () => {
  expect(quantity(0.123, { unit: "%", per: 0.01 })).toBe("12.3%");
  expect(quantity(-2.5e6, { unit: "¥ m", per: 1e6 })).toBe("\u2212¥2.50 m");
  expect(quantity(1.473, { unit: "元/百万 token", per: 1 })).toBe("1.47 元/百万 token");
});

describe("a lesson's Markdown", () => {
  const good = `---
a: 1
---
## Question

q

## Read

r

## Predict

p

## Run

r

## Explain

e

## Check

Which?

- [ ] One
  No.
- [x] Two
  Yes.
`;

  it("is read into its sections and choices with feedback", () => {
    const { words } = readMarkdown(good, "x/en.md", "en");
    expect(words.check.choices.map((c) => [c.text, c.right, c.feedback.trim()])).toEqual([
      ["One", false, "<p>No.</p>"],
      ["Two", true, "<p>Yes.</p>"],
    ]);
  });

  it.each([
    ["a section missing", good.replace("## Run", "## Go"), /sections must be Question, Read/],
    ["two right answers", good.replace("[ ]", "[x]"), /exactly one of them ticked/],
    ["a choice without feedback", good.replace("\n  No.", ""), /feedback indented below: One/],
    ["no front matter", good.slice(8), /front matter/],
  ])("with %s is refused, by file", (_what, text, message) => {
    expect(() => readMarkdown(text, "x/en.md", "en")).toThrow(message);
    expect(() => readMarkdown(text, "x/en.md", "en")).toThrow("x/en.md");
  });

  it("keeps lessons apart: none names another's scenario id", () => {
    const scenarios = lessonIds().map((id) => readLesson(id).scenario.id);
    expect(new Set(scenarios).size).toBe(scenarios.length);
  });
});
