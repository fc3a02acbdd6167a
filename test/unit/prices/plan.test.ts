import { describe, expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { changesSince } from "../../../prices/changes.ts";
import { csvOf } from "../../../prices/csv.ts";
import { rowsOf } from "../../../prices/of-scenario.ts";
import { bestKnown } from "../../../prices/match.ts";
import { asOf, planOf } from "../../../prices/plan.ts";
import { previewOf } from "../../../prices/preview.ts";
import { readPrices } from "../../../prices/read.ts";
import { scenarioTextOf } from "../../../prices/scenario-text.ts";
import { library, libraryText } from "../../support/scenarios.ts";

const table = (...rows: string[]) => readPrices(["vendor,model,input,output,currency,date", ...rows].join("\n"))!;
const does = (file: ReturnType<typeof table>, base = "today") =>
  planOf(file, library(base)).planned.map((p) => [`${p.vendor}.${p.product}`, p.does, p.date]);

/** The scenario that an import makes, read again. */
function made(file: ReturnType<typeof table>, base = "today", alone = false) {
  const { format, licence } = file;
  const plan = planOf(file, library(base));
  const text = scenarioTextOf(plan, library(base), { id: "mine", base, file: "p.csv", format, licence, alone });
  return readScenario(text, { file: "mine.yaml", resolve: libraryText });
}

describe("what a row does to a scenario", () => {
  test("names in either language find the product, whatever marks, dates and lengths stand behind them", () => {
    const file = table(
      "智谱,GLM 5.3,8,28,CNY,",
      "x-ai,grok-4.7-20260921,2,6,USD,",
      "volcengine,豆包-Seed-2.1-Lite-32k,1,3,CNY,",
    );
    expect(does(file)).toEqual([
      ["zhipu.glm", "opens", null],
      ["xai.grok", "same", null],
      ["bytedance.seed-lite", "opens", null],
    ]);
  });
  test("a date within the run is an event, an earlier one the opening price, of which the last holds", () => {
    const file = table(
      "OpenAI,GPT-6 Luna,0.2,1.2,USD,2026-07-30",
      "OpenAI,GPT-6 Luna,0.1,0.4,USD,2026-11-01",
      "OpenAI,GPT-6 Luna,0.05,0.2,USD,2027-02-01",
    );
    expect(does(file)).toEqual([
      ["openai.luna", "opens", null],
      ["openai.luna", "event", "2027-02-01"],
    ]);
  });
  test("a product that the scenario lacks is added, and comes on the day of its first price", () => {
    const file = table("Mistral,Large 4,2,6,USD,2027-03-01", "Mistral,Large 4,1,3,USD,2027-06-01");
    const { scenario } = made(file);
    expect(scenario.vendors.mistral.products["large-4"]).toMatchObject({ launch: "2027-03-01", price: { input: 2 } });
    expect(scenario.events.at(-1)).toMatchObject({ date: "2027-06-01", price: { input: 1, output: 3 } });
  });
  test("a newcomer goes by the rule that most go by", () => {
    const newcomer = (base: string) => table(`Mistral,Large 4,2,6,${library(base).currency},`);
    const rule = (base: string) => made(newcomer(base), base).scenario.vendors.mistral.strategy.kind;
    expect(["today", "level-field", "textbook-logit"].map(rule)).toEqual(["headline", "follow", "hold"]);
  });
  test("a whole catalogue adds nothing: who is not in the scenario is named instead", () => {
    const file = table(...Array.from({ length: 41 }, (_, k) => `Nobody,m${k},1,2,USD,`));
    const { planned, skipped } = planOf(file, library("today"));
    expect([planned.length, skipped.length]).toEqual([0, 41]);
  });
  test("a currency without a rate, and a day after the run, are left out by name", () => {
    const { skipped } = planOf(
      table("OpenAI,GPT-6 Luna,1,2,EUR,", "OpenAI,GPT-6 Luna,1,2,USD,2031-01-01"),
      library("today"),
    );
    expect(skipped.map(({ why }) => why.en)).toEqual([
      "in EUR, for which the scenario has no rate (fx)",
      "holds from 2031-01-01, after the run's end",
    ]);
  });
});

test("of two markets a list belongs to the one that knows more of its products, else to the first", () => {
  const markets = [library("china-2024"), library("today")];
  const belongs = (...rows: string[]) => bestKnown(table(...rows).rows, markets).id;
  expect(belongs("智谱,GLM-4,50,50,CNY,", "百度,ERNIE 4.0,60,60,CNY,")).toBe("china-2024");
  expect(belongs("智谱,GLM-5.3,8,28,CNY,", "腾讯,Hy4 Flash,0.5,2,CNY,")).toBe("today");
  expect(belongs("某某,大熊,1,2,CNY,")).toBe("china-2024");
});

describe("the scenario that comes of it", () => {
  test("reads without a fault, and each number says that it was imported, and from where", () => {
    const { scenario, provenance } = made(table("深度求索,DeepSeek-V4-Pro,2,6,CNY,"));
    expect(scenario.vendors.deepseek.products["v4-pro"].price.input).toBeCloseTo(0.3, 12);
    expect(provenance["vendors.deepseek.products.v4-pro.price.input"]?.source).toBe("imported");
    expect(scenario.sources.imported.title).toContain("p.csv");
  });
  test("alone it has only whom the file names, so that eight products are a market", () => {
    const { scenario } = made(
      table("智谱,GLM-5.3,8,28,CNY,", "腾讯,Hy4,6,18,CNY,", "某某,自研一号,1,2,CNY,"),
      "today",
      true,
    );
    expect(Object.entries(scenario.vendors).map(([id, v]) => [id, Object.keys(v.products).length])).toEqual([
      ["zhipu", 1],
      ["tencent", 1],
      [expect.stringMatching(/^vendor-/), 1],
    ]);
  });
  test("steps by length and batch come along as a tariff", () => {
    const map = {
      "openai/gpt-6-luna": {
        litellm_provider: "openai",
        mode: "chat",
        input_cost_per_token: 2e-7,
        output_cost_per_token: 8e-7,
        input_cost_per_token_above_200k_tokens: 4e-7,
        input_cost_per_token_batches: 1e-7,
      },
    };
    const { tariff } = made(readPrices(JSON.stringify(map))!).scenario.vendors.openai.products.luna;
    expect(tariff).toMatchObject({
      batch: 0.5,
      brackets: { steps: [{ above: 200_000, price: { input: 0.4, output: 0.8 } }] },
    });
  });
});

test("what is exported is read back to the same prices, steps included", () => {
  for (const id of ["today", "china-2024-history", "light-war-2026-history"]) {
    const rows = rowsOf(library(id));
    const back = readPrices(csvOf(rows))!;
    expect(back.skipped, id).toEqual([]);
    const list = (r: (typeof rows)[number]) => [r.product, r.date, r.price, r.steps, r.hours, r.promotions, r.batch];
    expect(back.rows.map(list), id).toEqual(rows.map(list));
  }
});

test("a newer file changes what it has otherwise than the record, from the day it is said to hold", () => {
  const record = table(
    "OpenAI,luna,1,6,USD,2026-07-09",
    "OpenAI,luna,0.2,1.2,USD,2026-07-30",
    "xAI,grok,2,6,USD,2026-09-21",
  );
  const newer = table("openai,Luna,0.1,0.5,USD,", "x-ai,grok,2,6,USD,", "Mistral,Large,2,6,USD,");
  const changes = changesSince(record, newer);
  expect(changes.map(({ row, was }) => [row.model, was.price.input, row.price.input])).toEqual([["Luna", 0.2, 0.1]]);
  expect(asOf({ ...newer, rows: changes.map(({ row }) => row) }, "2026-12-01").rows[0].date).toBe("2026-12-01");
});

test("a preview says each row in words: what was read, what it is, what it changes", () => {
  const file = table("智谱,GLM-5.3,4,14,CNY,", "X,y,-1,-1,USD,");
  const plan = planOf(file, library("today"));
  const { summary, rows, skipped } = previewOf(file, plan, "zh");
  expect(rows).toEqual([["2", "智谱 GLM-5.3", "4.00/14.0 元", "开局价", "zhipu.glm", "9.33/29.3 元", "−55%"]]);
  expect(skipped).toEqual([{ why: "负数表示价格不固定", names: ["X y (3)"] }]);
  expect(summary).toContain("略去 1 份");
});
