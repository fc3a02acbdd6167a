import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compare, equilibrium, loadScenario, measure, type Scenario, simulate } from "../../cli/library.ts";
import { ask, mcpClient } from "../support/mcp.ts";

const SMALL = { agents: 300, weeks: 13 };
let folder: string;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-mcp-"));
  client = await mcpClient(folder);
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const load = (id: string, set: Record<string, string | number> = {}): Promise<Scenario> =>
  loadScenario(id, { set: { ...set, "demand.agents": SMALL.agents }, weeks: SMALL.weeks });

/** A question as somebody asks it, the call an assistant makes of it, and what the library says by itself. */
interface Question {
  readonly asked: string;
  readonly tool: string;
  readonly args: Record<string, unknown>;
  readonly path: string;
  value(): Promise<number | null>;
}

const V2 = "vendors.deepseek.products.v2.price.input";

function ofRun(
  asked: string,
  path: string,
  { scenario = "china-2024", set = {}, seed = 1, lang = "en" } = {},
): Question {
  const args = { scenario, set, seed, outputs: [path], lang, ...SMALL };
  const value = async () => measure(await simulate(await load(scenario, set), { seed }), [path]).values[0];
  return { asked, tool: "run", args, path, value };
}

function ofPair(asked: string, path: string, other: string, { set = {}, lang = "en" } = {}): Question {
  const base = { scenario: "china-2024", ...SMALL };
  const args = { base, other: { scenario: other, set, ...SMALL }, runs: 2, outputs: [path], lang };
  const value = async () => {
    const pair = { base: await load("china-2024"), other: await load(other, set) };
    return (await compare(pair, { runs: 2, outputs: [path] }))[path].mean;
  };
  return { asked, tool: "compare", args, path, value };
}

function ofTheory(asked: string, part: "nash" | "unitCost" | "cartel", product: string, lang = "en"): Question {
  const args = { kind: "equilibrium", scenario: "china-2024", lang, ...SMALL };
  const value = async () =>
    (await equilibrium(await load("china-2024"))).products.find(({ id }) => id === product)![part];
  return { asked, tool: "experiment", args, path: `products.${product}.${part}`, value };
}

const zh = { lang: "zh" };
const QUESTIONS: readonly Question[] = [
  ofRun("How far do list prices fall in 2024?", "headline.priceFall"),
  ofRun("Did costs fall as much?", "headline.costFall"),
  ofRun("What share does Zhipu end with?", "vendors.zhipu.tokenShare"),
  ofRun("How concentrated is the market on 1 June 2024?", "market.hhi@2024-06-01"),
  ofRun("How many tokens are used in May 2024?", "market.tokens:sum@2024-05"),
  ofRun("What does Baidu earn on average?", "vendors.baidu.grossProfit:mean"),
  ofRun("And with another seed?", "vendors.baidu.grossProfit:mean", { seed: 7 }),
  ofRun("What if V2 had cost 4 yuan?", "headline.priceFall", { set: { [V2]: "4 CNY/Mtok" } }),
  ofRun("Without a trigger, do prices fall?", "headline.priceFall", { scenario: "no-trigger" }),
  ofRun("What do users gain if a giant gives all away?", "headline.surplusGain", { scenario: "giant-goes-free" }),
  ofRun("What is ERNIE 4.0 listed at in the end?", "products.baidu.ernie-4.priceInput"),
  ofPair("How much of the fall is DeepSeek's doing?", "headline.priceFall", "no-trigger"),
  ofPair("Would concentration differ if nobody followed?", "market.hhi", "nobody-follows"),
  ofPair("Does a dearer V2 slow the war?", "headline.moves", "china-2024", { set: { [V2]: 8 } }),
  ofTheory("What is GLM-4's price of competition?", "nash", "zhipu.glm-4"),
  ofRun("2024 年目录价跌了多少？", "headline.priceFall", zh),
  ofRun("阿里最后占多少份额？", "vendors.alibaba.tokenShare", zh),
  ofRun("六月一日的价格指数是多少？", "market.priceIndex@2024-06-01", zh),
  ofRun("一共调了几次价？", "headline.moves", zh),
  ofRun("有几款产品免费？", "headline.free", zh),
  ofRun("字节的毛利率最低到多少？", "vendors.bytedance.grossMargin:min", zh),
  ofRun("如果只降入门款，价格跌多少？", "headline.priceFall", { scenario: "light-tiers-only", ...zh }),
  ofRun("V2 定价两元，智谱份额如何？", "vendors.zhipu.tokenShare", { set: { [V2]: "2 元/百万token" }, ...zh }),
  ofRun("换种子 3，市场集中度多少？", "market.hhi", { seed: 3, ...zh }),
  ofRun("月之暗面现金还剩多少？", "vendors.moonshot.cash", zh),
  ofPair("没有 V2，用户少得多少好处？", "headline.surplusGain", "no-trigger", zh),
  ofPair("没人跟进，DeepSeek 份额多多少？", "vendors.deepseek.tokenShare", "nobody-follows", zh),
  ofPair("打到八元，价格跌幅差多少？", "headline.priceFall", "china-2024", { set: { [V2]: "8 CNY/Mtok" }, ...zh }),
  ofTheory("通义千问 Plus 的单位成本是多少？", "unitCost", "alibaba.qwen-plus", "zh"),
  ofTheory("如果串谋，ERNIE 4.0 会卖多少？", "cartel", "baidu.ernie-4", "zh"),
];

describe("an assistant's questions in both languages", () => {
  test.each(QUESTIONS)("$asked — the right figure, its path, and where it comes from", async (q) => {
    const answer = await ask(client, q.tool, q.args);
    expect([answer.isError, answer.text.slice(0, answer.isError ? 300 : 0)]).toEqual([false, ""]);
    const found = answer.figures.find(({ path }) => path === q.path)!;
    expect(found.value).toBeCloseTo((await q.value())!, 10);
    expect(found.unit).not.toBe("");
    expect(found.date).toMatch(/^\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?$/);
    expect(found.seeds).toMatch(/^\d+\/0/);
    expect(found.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(found.facts.length).toBeGreaterThan(0);
    const known = (answer.structured.facts as { id: string }[]).map(({ id }) => id);
    expect(found.facts.filter((id) => !known.includes(id))).toEqual([]);
  });
});
