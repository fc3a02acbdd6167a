import { describe, expect, test } from "vitest";
import { planOf } from "../../../prices/plan.ts";
import { previewOf } from "../../../prices/preview.ts";
import { readPrices } from "../../../prices/read.ts";
import { library } from "../../support/scenarios.ts";

const read = (...lines: string[]) => readPrices(lines.join("\n"))!;
const lists = (...lines: string[]) =>
  read(...lines).rows.map(({ vendor, model, price, currency }) => [vendor, model, price.input, price.output, currency]);
const notes = (...lines: string[]) => read(...lines).notes.map(({ en }) => en);
const reasons = (...lines: string[]) => read(...lines).skipped.map(({ name, why }) => `${name}: ${why.en}`);
const doubts = (...lines: string[]) =>
  planOf(read(...lines), library("today")).planned.map(({ doubt }) => doubt?.en ?? null);

describe("units", () => {
  test("a heading without one has that of another heading, and the preview says so", () => {
    const table = ["厂商,模型,输入（元/千tokens）,输出,缓存命中", "智谱,GLM,0.004,0.014,0.001"];
    expect(lists(...table)).toEqual([["智谱", "GLM", 4, 14, "CNY"]]);
    expect(read(...table).rows[0].price.cached).toBe(1);
    expect(notes(...table)).toEqual([
      "Assumed: no unit is named by “输出”, “缓存命中”; read in that of “输入(元/千tokens)”.",
    ]);
  });
  test("a line above the headings may say it for all", () => {
    const table = ["2026 年价格表（单位：元/千tokens）,,,", "厂商,模型,输入,输出", "智谱,GLM,0.004,0.014"];
    expect(lists(...table)).toEqual([["智谱", "GLM", 4, 14, "CNY"]]);
    expect(notes(...table)).toEqual([]);
  });
  test("where nothing says one, the size of the numbers does, and the preview says which", () => {
    expect(notes("vendor,model,input,output,currency", "OpenAI,Sol,2,10,USD")).toEqual([
      "Assumed: no heading names a unit; prices are read as per million tokens.",
    ]);
    expect(notes("vendor,model,input,output,currency", "OpenAI,Sol,2e-6,1e-5,USD")).toEqual([
      "Assumed: no heading names a unit; prices are read as per token.",
    ]);
  });
  test("a column of units is read row by row, in either language, with the currency it names", () => {
    const rows = lists(
      "厂商,模型,输入,输出,计价单位",
      "智谱,a,0.004,0.014,元/千tokens",
      "智谱,b,4,14,元/百万 token",
      "OpenAI,c,0.002,0.01,USD per 1K tokens",
      "OpenAI,d,2000,10000,$/1B tokens",
    );
    expect(rows.map(([, ...rest]) => rest)).toEqual([
      ["a", 4, 14, "CNY"],
      ["b", 4, 14, "CNY"],
      ["c", 2, 10, "USD"],
      ["d", 2, 10, "USD"],
    ]);
  });
  test("one that is of no token, or contradicts the heading, leaves its row out by name", () => {
    expect(reasons("vendor,model,input,output,unit", "X,a,1,2,元/次")).toEqual([
      "X a: “元/次” is no unit of a price of tokens",
    ]);
    const table = ["vendor,model,input ($/1M tokens),output ($/1M tokens),unit", "X,a,1,2,1K tokens", "X,b,1,2,1M"];
    expect(reasons(...table)).toEqual(["X a: its unit “1K tokens” is not that of its heading “input ($/1M tokens)”"]);
    expect(lists(...table)).toEqual([["X", "b", 1, 2, "USD"]]);
  });
  test("a heading may name the currency alone, a traditional one too", () => {
    expect(lists("vendor,model,Input (USD),Output (USD)", "X,a,1,2")).toEqual([["X", "a", 1, 2, "USD"]]);
    expect(lists("廠商,模型,輸入（元/百萬tokens）,輸出（元/百萬tokens）", "智谱,a,1,2")).toEqual([
      ["智谱", "a", 1, 2, "CNY"],
    ]);
  });
});

describe("columns", () => {
  test("what a heading says twice, or nothing known, is named", () => {
    const table = ["vendor,model,input,input,output,region,currency", "X,a,1,9,2,eu,USD"];
    expect(lists(...table)).toEqual([["X", "a", 1, 2, "USD"]]);
    expect(notes(...table).slice(1)).toEqual([
      "Columns not read: “region”.",
      "“input” is there twice: the first is read.",
    ]);
  });
  test("discounts are not taken off, and the preview says so", () => {
    const said = notes("厂商,模型,输入（元/百万token）,输出（元/百万token）,折扣", "智谱,a,1,2,5折");
    expect(said).toEqual(["Not applied: the discounts of “折扣”. Prices are those before them."]);
  });
});

describe("names", () => {
  const head = "vendor,model,input ($/Mtok),output ($/Mtok)";
  test("a row without vendor or model is left out by name", () => {
    expect(reasons(head, "X,a,1,2", ",b,1,2", "Y,,1,2")).toEqual(["b: no vendor", "Y: no model"]);
    expect(reasons(head, "X,a,1,2", "X,b,1,2", ",c,1,2", ",d,1,2")).toEqual(["c: no vendor", "d: no vendor"]);
  });
  test("merged cells say a vendor once for the rows below, and the preview says which", () => {
    const table = [head, "X,a,1,2", ",b,1,2", "", "Y,c,1,2", ",d,1,2"];
    expect(lists(...table).map(([vendor, model]) => `${vendor} ${model}`)).toEqual(["X a", "X b", "Y c", "Y d"]);
    expect(notes(...table)[0]).toContain("rows 3, 6 name no vendor");
  });
  test("a new product never takes the place of another", () => {
    const table = [head, "阿里云,开源-Max,1,2", "某某,大熊-1,1,2", "某某,小熊-1,1,2"];
    const { planned } = planOf(read(...table), library("today"));
    const ids = planned.map(({ vendor, product }) => `${vendor}.${product}`);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain("alibaba.max");
  });
  test("a maker's own spelling of a scenario's id is that product", () => {
    const { planned } = planOf(read(head, "deepseek,deepseek-v4-flash,1,2"), library("today"));
    expect(planned).toMatchObject([{ vendor: "deepseek", product: "v4-flash", known: true }]);
  });
});

describe("doubts", () => {
  const head = "vendor,model,input,output,currency";
  test("a price a thousand times or a millionth of its kind names the likely unit", () => {
    expect(
      doubts(
        head,
        "OpenAI,GPT-6 Luna,0.0001,0.0005,USD",
        "Mistral,Small 5,0.0002,0.0004,USD",
        "Mistral,Large 5,0.000002,0.000006,USD",
        "Mistral,Mini 5,150,450,USD",
        "智谱,GLM-5.3,8,28,CNY",
      ),
    ).toEqual([
      expect.stringContaining("per thousand tokens"),
      expect.stringContaining("per thousand tokens"),
      expect.stringContaining("per token"),
      expect.stringContaining("a thousandth"),
      null,
    ]);
  });
  test("a deep cut, a free model and a dear newcomer are no doubt", () => {
    const rows = ["DeepSeek,DeepSeek-V4-Pro,0.05,0.1,USD", "Tencent,Hy4 Flash,0,0,CNY", "OpenAI,o9-pro,150,600,USD"];
    expect(doubts(head, ...rows)).toEqual([null, null, null]);
  });
  test("no price of today's market is doubtful against the others", () => {
    const { vendors } = library("today");
    const rows = Object.values(vendors).flatMap(({ products }) =>
      Object.values(products).map(({ name, price }) => `Somebody,${name!.en},${price.input},${price.output},USD`),
    );
    expect(new Set(doubts(head, ...rows))).toEqual(new Set([null]));
  });
  test("the preview names doubtful rows under the reason", () => {
    const file = read(head, "OpenAI,GPT-6 Luna,0.0001,0.0006,USD");
    const { doubtful } = previewOf(file, planOf(file, library("today")), "zh");
    expect(doubtful).toEqual([{ why: expect.stringContaining("每千 token"), names: ["OpenAI GPT-6 Luna (2)"] }]);
  });
  test("Gemini and MiniMax are not mini", () => {
    const { planned } = planOf(read(head, "Google,Gemini 9,40,160,USD"), library("today"));
    expect(planned[0].doubt).toBeNull();
  });
});
