import { beforeAll, describe, expect, it } from "vitest";
import { headline, mean, patchScenario, type Scenario } from "../../../engine/index.ts";
import { buildReport } from "../../../report/document/build.ts";
import type { Arm } from "../../../report/document/arm.ts";
import type { Block, ReportDocument, Value } from "../../../report/document/model.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { leverSwings } from "../../../report/document/swings.ts";
import { inlineRunner } from "../../../workers/inline.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { library, simulate, variant } from "../../support/scenarios.ts";

const FEW = "demand: {agents: 300}\n";
const PAIRS = 5;

const withSwings = async (scenario: Scenario, runs = 2): Promise<Arm> => ({
  ...armOf(scenario, runs),
  swings: await leverSwings(scenario, inlineRunner(), [], { seed: "1" }),
});
const sectionOf = (arm: Arm, lang: "en" | "zh"): ReportDocument =>
  buildReport([arm], asked({ sections: ["sensitivity"], lang, runs: 2 }), "0");
const blocksOf = (d: ReportDocument): readonly Block[] => d.sections.flatMap((s) => s.blocks);
const prose = (d: ReportDocument): string =>
  blocksOf(d)
    .flatMap((b) => (b.kind === "prose" ? b.sentences : b.kind === "list" ? b.items : []))
    .map(textOf)
    .join(" ");

function values(d: ReportDocument): Value[] {
  const sentences = blocksOf(d).flatMap((b) =>
    b.kind === "prose" ? b.sentences : b.kind === "list" ? b.items : b.kind === "table" ? b.table.rows.flat() : [],
  );
  return sentences.flatMap((s) => s.parts.filter((p): p is Value => typeof p === "object" && "path" in p));
}

describe("what a result hangs on", () => {
  let arm: Arm;
  beforeAll(async () => {
    arm = await withSwings(variant(FEW));
  });

  it("is said as what runs of the moved scenario differ by on their own, from the report's mean", () => {
    const said = values(sectionOf(arm, "en")).filter(({ path }) => path.includes("headline.priceFall"));
    const named = new Set(said.map(({ path }) => path));
    expect(named.size).toBeGreaterThan(2 * arm.scenario.levers.length); // both ends of each, and how many agree
    const { id, paths, plausible } = arm.scenario.levers.find((lever) => lever.id === "strength")!;
    const fallsOf = (scenario: Scenario) =>
      Array.from(
        { length: PAIRS },
        (_, replication) => headline(simulate(scenario, { seed: "1", replication })).priceFall,
      );
    const falls = plausible.map((x) =>
      fallsOf(patchScenario(arm.scenario, Object.fromEntries(paths.map(({ path, times }) => [path, x * times])))),
    );
    const own = mean(arm.recordings.map((r) => headline(r).priceFall));
    const means = falls.map((x) => own + mean(x) - mean(fallsOf(arm.scenario)));
    const at = (mark: string) => said.find(({ path }) => path === `A/levers.${id}.headline.priceFall#${mark}`)!;
    expect([at("low").value, at("high").value]).toEqual(means.map((x) => expect.closeTo(x, 12)));
    expect(at("high").said).toBe(`${(100 * means[1]).toFixed(0)}%`);
    const agree = falls[1].filter((x, k) => Math.sign(x - falls[0][k]) === Math.sign(means[1] - means[0])).length;
    expect(
      values(sectionOf(arm, "en")).find(({ path }) => path === `A/levers.${id}.headline.priceFall#agree`)?.value ??
        agree,
    ).toBe(agree);
  });

  it("is drawn with the strongest lever on top, and told of that one first", () => {
    for (const lang of ["en", "zh"] as const) {
      const d = sectionOf(arm, lang);
      const figure = blocksOf(d).find((b) => b.kind === "figure")!.figure;
      const bars = figure.drawing.kind === "tornado" ? figure.drawing.bars : [];
      const widths = bars.map((b) => Math.abs(b.to - b.from));
      expect(bars.length).toBeGreaterThan(3);
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      const order = new RegExp(`“${bars[0].name}”[^]*“${bars[1].name}”`);
      const sentence = blocksOf(d).flatMap((b) => (b.kind === "list" ? [textOf(b.items[0])] : []))[0];
      expect(sentence).toMatch(order);
      expect(prose(d)).toMatch(lang === "zh" ? /5 次运行，每次 300 个模拟用户/ : /in 5 runs of 300 simulated users/);
    }
  });

  it("is the same numbers in pictures and sheets, which start at the mean of the outcomes", () => {
    const d = sectionOf(arm, "en");
    const [sensitivity, outcomes] = ["sensitivity", "outcomes"].map((id) => d.sheets().find((s) => s.id === id)!);
    const cell = (sheet: typeof sensitivity, row: readonly unknown[], name: string) =>
      row[sheet.columns.findIndex((c) => c.name === name)];
    const { drawing } = blocksOf(d).find((b) => b.kind === "figure")!.figure;
    if (drawing.kind !== "tornado") throw new Error("no tornado");
    for (const bar of drawing.bars) {
      const row = sensitivity.rows.find((r) => r[1] === bar.id && r[4] === "headline.priceFall")!;
      const ends = ["as_it_stands", "at_low", "at_high"].map((name) => cell(sensitivity, row, name));
      expect(ends).toEqual([drawing.origin, bar.from, bar.to]);
    }
    for (const row of sensitivity.rows) {
      const told = outcomes.rows.find((r) => r[1] === row[4])!;
      const [stands, own] = [cell(sensitivity, row, "as_it_stands"), cell(outcomes, told, "mean")];
      expect([row[4], stands]).toEqual([row[4], own === null ? null : expect.closeTo(own as number, 9)]);
      if (String(row[4]).endsWith("Share")) expect(cell(sensitivity, row, "at_low")).toBeGreaterThanOrEqual(0);
    }
  });

  it("is a sheet of every lever and outcome", () => {
    const sheet = sectionOf(arm, "en")
      .sheets()
      .find(({ id }) => id === "sensitivity")!;
    expect(sheet.rows.length).toBe(arm.scenario.levers.length * arm.swings!.outputs.length);
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
  });
});

describe("where there is nothing to move", () => {
  it("says that prices written down are moved by no lever", async () => {
    const scripted = library("china-2024-history", {
      "demand.agents": 200,
      "clock.tickDays": 7,
      "clock.end": "2024-06-03",
    });
    // Nobody follows, so nobody minds.
    const fixed = { ...scripted, levers: scripted.levers.filter(({ id }) => id === "margin-floor") };
    const arm = await withSwings(fixed);
    expect(prose(sectionOf(arm, "en"))).toMatch(/No lever moves the fall of list prices: it stays at \d+%/);
    expect(prose(sectionOf(arm, "zh"))).toMatch(/没有一个调节项改变目录价跌幅：始终是 \d+%/);
  });

  it("says so of a scenario without levers, and nothing where it was not asked for", async () => {
    const bare = { ...variant(FEW), levers: [] };
    expect(prose(sectionOf(await withSwings(bare), "en"))).toBe("The scenario names no levers, so nothing was varied.");
    expect(blocksOf(sectionOf(armOf(bare, 2), "en"))).toEqual([]);
  });
});
