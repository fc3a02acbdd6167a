import { expect, test } from "vitest";
import { type Headline, meanOfParts } from "../../../engine/index.ts";
import { headlineAnswers, headlineTitle } from "../../../words/headline-words.ts";
import { library } from "../../support/scenarios.ts";

const scenario = library("china-2024");

/** A run in which one vendor gained most, and what else of it is named. */
function part(gainer: string, more: Partial<Headline> = {}) {
  const changes = ["baidu", "deepseek"].map((vendor) => ({ vendor, from: 0, to: vendor === gainer ? 0.2 : 0.1 }));
  const lead = { ...changes.find(({ vendor }) => vendor === gainer)!, times: 1 };
  const headline: Headline = {
    from: "2024-04-01",
    to: "2024-12-31",
    meter: "token",
    priceFall: 0.5,
    paidFall: 0.5,
    costFall: 0.2,
    others: [],
    gainer: lead,
    loser: null,
    runs: 1,
    free: [],
    belowCost: [],
    belowDays: [],
    negativeMargin: [],
    exits: [],
    tokenGrowth: 2,
    surplusGain: 1,
    surplus: 1,
    profitGain: 1,
    moves: 3,
    ...more,
  };
  return { headline, changes: changes.toSorted((a, b) => a.to - b.to) };
}

test("who gained most is said with the runs that say so, where they do not make two thirds", () => {
  const split = meanOfParts([part("baidu"), part("baidu"), part("baidu"), part("deepseek"), part("deepseek")]);
  expect(split.gainer).toMatchObject({ vendor: "baidu", times: 3 });
  expect(headlineTitle(split, scenario, "en")).toBe("List prices fell 50% and Baidu gained most in 3 of 5 runs.");
  expect(headlineTitle(split, scenario, "zh")).toBe("目录价跌了 50%，5 次运行中 3 次由百度的份额涨得最多。");
  expect(headlineAnswers(split, scenario, "en")[2].detail).toContain("gained most in 3 of 5 runs");
  const agreed = meanOfParts([part("baidu"), part("baidu"), part("deepseek")]);
  expect(headlineTitle(agreed, scenario, "en")).toBe("List prices fell 50% and Baidu gained most.");
});

test("what is named happened in at least half of the runs, and never in the first alone", () => {
  const all = meanOfParts([
    part("baidu", { free: ["baidu.ernie-lite"], exits: [{ vendor: "minimax", date: "2024-09-01" }] }),
    part("baidu", {
      free: ["baidu.ernie-lite", "tencent.hunyuan-lite"],
      negativeMargin: [{ vendor: "zhipu", days: 10 }],
    }),
    part("baidu", { free: ["tencent.hunyuan-lite"], negativeMargin: [{ vendor: "zhipu", days: 21 }] }),
  ]);
  expect(all.free).toEqual(["baidu.ernie-lite", "tencent.hunyuan-lite"]);
  expect(all.exits).toEqual([]);
  expect(all.negativeMargin).toEqual([{ vendor: "zhipu", days: 16 }]);
});

test("one run is told as it is", () => {
  const one = part("deepseek", { exits: [{ vendor: "minimax", date: "2024-09-01" }] });
  expect(meanOfParts([one])).toEqual(one.headline);
});
