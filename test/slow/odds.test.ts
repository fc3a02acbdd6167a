import { describe, expect, test } from "vitest";
import { patchScenario } from "../../engine/index.ts";
import { ask } from "../../cli/library.ts";
import { variant } from "../support/scenarios.ts";

describe("the odds of a verdict, over levers, seeds and ways to count", () => {
  test("margins kept are pass-through, above 95 %", async () => {
    const scenario = variant(`clock: {end: 2024-12-30, burnInWeeks: 12}
demand: {agents: 200}
costs: {gpuPrice: 14.4}
strategies: {cost-plus: {margin: 0.3, reviewDays: 7 d, tolerance: 0}}
vendors:
  ${["zhipu", "bytedance", "alibaba", "baidu", "iflytek", "tencent", "moonshot", "minimax", "deepseek"]
    .map((id) => `${id}: {strategy: {kind: cost-plus}}`)
    .join("\n  ")}`);
    const { index, vendors } = await ask(
      scenario,
      "odds",
      { span: { from: "2024-06-03", to: "2024-12-30" } },
      { runs: 8 },
    );
    for (const e of [index!, ...vendors]) {
      expect(e.verdict).toBe("pass-through");
      expect(e.odds[0].share).toBeGreaterThan(0.95);
    }
  });
  test("few draws and many agree within their error", async () => {
    const scenario = variant("clock: {end: 2024-06-24, burnInWeeks: 12}\ndemand: {agents: 200}");
    const span = { from: "2024-04-29", to: "2024-06-24" };
    const odds = async (runs: number) => (await ask(scenario, "odds", { span }, { runs })).vendors;
    const [few, many] = [await odds(6), await odds(24)];
    const apart = few.filter((e) => {
      const [a, b] = [e.odds[0], many.find(({ id }) => id === e.id)!.odds.find(({ word }) => word === e.odds[0].word)];
      return b === undefined || a.low > b.high || b.low > a.high;
    });
    expect(apart.map(({ id }) => id)).toEqual([]);
  });
  test("draws move the levers: without any, the basket's end spreads less", async () => {
    const scenario = variant("clock: {end: 2024-06-24, burnInWeeks: 12}\ndemand: {agents: 200}");
    const pinned = patchScenario(scenario, { levers: [] });
    const span = { from: "2024-04-29", to: "2024-06-24" };
    const [moved, still] = [
      await ask(scenario, "odds", { span }, { runs: 3 }),
      await ask(pinned, "odds", { span }, { runs: 3 }),
    ];
    const spread = (e: typeof moved) => e.index!.high.to - e.index!.low.to;
    expect(spread(moved)).toBeGreaterThan(spread(still));
  });
});
