import { readFileSync } from "node:fs";
import { join } from "node:path";
import writeExcelFile from "write-excel-file/node";
import { describe, expect, test } from "vitest";
import { planOf } from "../../../prices/plan.ts";
import { readPriceFile, readPrices } from "../../../prices/read.ts";
import { library } from "../../support/scenarios.ts";

const file = (name: string) =>
  readPriceFile(new Uint8Array(readFileSync(join(import.meta.dirname, "../../support/price-files", name))));

/** The rows of a text as “model input/output”, in words that are short enough to compare. */
const lists = (text: string) =>
  readPrices(text)!.rows.map((r) => `${r.model} ${r.price.input}/${r.price.output} ${r.currency}`);
const reasons = (text: string) => readPrices(text)!.skipped.map(({ name, why }) => `${name}: ${why.en}`);

describe("maps and lists of others", () => {
  test("litellm's map is dollars a token: steps, caches and batch are read, each other entry named", async () => {
    const { rows, skipped, licence } = (await file("litellm_excerpt.json"))!;
    expect(rows.map((r) => [r.vendor, r.model, r.price])).toEqual([
      ["gemini", "long-pro", { input: 1.25, output: 10, cached: 0.3125 }],
      ["anthropic", "mid", { input: 3, output: 15, cached: 0.3, cacheWrite: 3.75 }],
      ["minimax", "fast-512", { input: 0.3, output: 1.2 }],
    ]);
    expect(rows[0].steps).toEqual([{ above: 200_000, price: { input: 2.5, output: 15, cached: 0.3125 } }]);
    expect(rows[0].batch).toBe(0.5);
    expect(skipped.map(({ name }) => name)).toEqual(["sample_spec", "openrouter/auto", "text-embed"]);
    expect(licence.en).toContain("MIT");
  });
  test("OpenRouter's -1 and its free copies are no prices", async () => {
    const { rows, skipped } = (await file("openrouter_models.json"))!;
    expect(rows.map((r) => r.price)).toEqual([{ input: 0.27, output: 1.1, cached: 0.07 }]);
    expect(skipped.map(({ name }) => name)).toEqual(["deepseek/chat-x:free", "openrouter/auto"]);
  });
  test("what is billed by the second, the character or the image, or not at all, is left out with the reason", () => {
    const map = {
      a: { litellm_provider: "x", mode: "chat", input_cost_per_second: 0.1 },
      b: { litellm_provider: "x", mode: "chat", input_cost_per_character: 1e-7 },
      c: { litellm_provider: "x", mode: "image_generation", input_cost_per_image: 0.04 },
      d: { litellm_provider: "x", mode: "chat", input_cost_per_token: null, output_cost_per_token: 1e-6 },
    };
    expect(reasons(JSON.stringify(map))).toEqual([
      "a: billed by the second",
      "b: billed by the character",
      "c: no text model: image_generation",
      "d: no price of input",
    ]);
  });
  test("genai-prices keeps the day from which each of its prices holds, and the steps of each meter", () => {
    const prices = [
      { prices: { input_mtok: 3, output_mtok: 15 } },
      {
        constraint: { start_date: "2026-09-22" },
        prices: { input_mtok: { base: 2, tiers: [{ start: 200000, price: 4 }] }, output_mtok: 10 },
      },
      { constraint: { start_time: "00:30:00Z", end_time: "16:30:00Z" }, prices: { input_mtok: 1, output_mtok: 2 } },
    ];
    const read = readPrices(JSON.stringify([{ id: "openai", models: [{ id: "sol", prices }] }]))!;
    expect(read.rows.map((r) => [r.date, r.price.input])).toEqual([
      [null, 3],
      ["2026-09-22", 2],
    ]);
    expect(read.rows[1].steps).toEqual([{ above: 200_000, price: { input: 4, output: 10 } }]);
    expect(read.rows[0].hours).toMatchObject([
      { zone: -0.5, window: { from: 0, to: 16 }, price: { input: 1, output: 2 } },
    ]);
    expect(read.skipped).toEqual([]);
  });
  test("models.dev gives its list of steps the word over the older one, and no price to what a plan includes", () => {
    const cost = {
      input: 5,
      output: 30,
      tiers: [{ input: 10, output: 45, tier: { type: "context", size: 272000 } }],
      context_over_200k: { input: 9, output: 9 },
    };
    const models = {
      sol: { id: "sol", cost },
      seat: { id: "seat", cost: { input: 0, output: 0 } },
      none: { id: "none" },
    };
    const read = readPrices(JSON.stringify({ openai: { id: "openai", models } }))!;
    expect(read.rows[0].steps).toEqual([{ above: 272_000, price: { input: 10, output: 45 } }]);
    expect(read.skipped.map(({ name }) => name)).toEqual(["openai/seat", "openai/none"]);
  });
});

describe("tables", () => {
  test("Chinese tables are alike in GBK and in UTF-8 with a mark, by the unit of their headings", async () => {
    const [gbk, bom] = [(await file("prices_gbk.csv"))!, (await file("prices_bom.csv"))!];
    expect(gbk).toEqual(bom);
    expect(gbk.rows.map((r) => [r.model, r.price.input, r.price.output, r.date])).toEqual([
      ["GLM-4-Plus", 50, 50, "2024-08-29"],
      ["通义千问-Max", 40, 120, "2024-05-21"],
      ["文心4.0", 120, 120, "2024-05-21"],
      ["豆包-pro-32k", 0.8, 2, "2024-05-15"],
      ["混元-lite", 0, 0, "2024-05-22"],
    ]);
    expect(gbk.skipped.map(({ name }) => name)).toEqual(["讯飞 星火Max(包年)"]);
  });
  test("a paste from a spreadsheet has tabs, and bare numbers too small for a million tokens are prices of one", () => {
    expect(lists("Provider\tModel\tInput\tOutput\tCurrency\nOpenAI\tSol\t1.25e-06\t0.00001\tUSD")).toEqual([
      "Sol 1.25/10 USD",
    ]);
  });
  test("a cell's own unit has the word over its heading's, its sign of money gives way to it", () => {
    const text =
      "厂商;模型;输入（元/千tokens）;输出（元/千tokens）\n智谱;A;0,05;¥0.1\n智谱;B;50元/百万token;0.1 元/千token";
    expect(lists(text)).toEqual(["A 50/100 CNY", "B 50/100 CNY"]);
  });
  test("headings may stand below a title; what has no currency, no date or no number is named", () => {
    const text = [
      "Our prices,,,,",
      "Vendor,Model,Input per 1M tokens,Output per 1M tokens,Date",
      "X,a,$1,$2,31 April 2026",
      "X,b,1,2,",
      "X,c,$1,ask us,",
      "X,d,$1,$2,2026/5/3",
    ].join("\n");
    expect(lists(text)).toEqual(["d 1/2 USD"]);
    expect(reasons(text)).toEqual([
      "X a: “31 April 2026” is no date",
      "X b: no currency: neither cell nor heading names one",
      "X c: “ask us” is no price",
    ]);
  });
  test("an Excel workbook is read as its table, dates and numbers as they are", async () => {
    const day = { value: new Date(Date.UTC(2026, 10, 16)), type: Date, format: "yyyy-mm-dd" } as const;
    const sheet = [
      ["厂商", "模型", "输入价（元/百万token）", "输出价（元/百万token）", "生效日期"].map((value) => ({
        value,
        type: String,
      })),
      [
        { value: "腾讯", type: String },
        { value: "Hy4 Flash", type: String },
        { value: 0.5, type: Number },
        { value: 2, type: Number },
        day,
      ],
    ];
    const bytes = await (writeExcelFile as (data: unknown) => { toBuffer(): Promise<Buffer> })(sheet).toBuffer();
    const read = (await readPriceFile(new Uint8Array(bytes)))!;
    expect(read.rows.map((r) => [r.model, r.price, r.date])).toEqual([
      ["Hy4 Flash", { input: 0.5, output: 2 }, "2026-11-16"],
    ]);
  });
  test("what is no file of prices is none", () => {
    expect([readPrices("hello"), readPrices("{}"), readPrices("[1]"), readPrices("a,b\n1,2")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

test("2,500 models are read and held against a scenario in less than a second, each left out by name", () => {
  const entry = (k: number) => ({
    litellm_provider: k % 2 ? "openai" : `provider-${k % 90}`,
    mode: k % 10 === 9 ? "embedding" : "chat",
    input_cost_per_token: k % 50 === 7 ? -1 : k * 1e-9,
    output_cost_per_token: k * 4e-9,
  });
  const text = JSON.stringify(
    Object.fromEntries(Array.from({ length: 2500 }, (_, k) => [`maker/model-${k}`, entry(k)])),
  );
  const today = library("today");
  const held = () => planOf(readPrices(text)!, today);
  const took = [1, 2, 3].map(() => {
    const start = performance.now();
    held();
    return performance.now() - start;
  });
  expect(Math.min(...took)).toBeLessThan(1000); // the least of three: others may have the processor
  const { planned, skipped } = held();
  expect(planned.length + skipped.length).toBe(2500);
  expect(skipped.every(({ name, why }) => name !== "" && why.zh !== "")).toBe(true);
});
