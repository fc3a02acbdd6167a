import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const file = join(mkdtempSync(join(tmpdir(), "outcomes-")), "own.csv");
const asked = ["backtest", "china-2024-history", "--outcomes", file, "-n", "2", "--agents", "200"];

test("prices of one's own are scored from every day, in the table and in JSON", async () => {
  writeFileSync(file, "date,product,input\n2024-05-21,alibaba.qwen-long,0.5\n2024-09-19,alibaba.qwen-plus,0.8\n");
  const { code, stdout } = await pricewar([...asked, "--json"]);
  const found = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(new Set(found.forecasts.map((f: { product: string }) => f.product)).size).toBe(2);
  expect(found.tested.skills[0].naive).toBe("noChange");
});
test("a table that lacks a column, a date, a product or a price is refused at its line", async () => {
  for (const [text, told] of [
    ["day,product,input\n", "date, product, input"],
    ["date,product,input\n2024-13-45,alibaba.qwen-long,1\n", "line 2"],
    ["date,product,input\n2024-05-21,alibaba.qwen,1\n", "no product"],
    ["date,product,input\n2024-05-21\n", "no product “”"],
    ["date,product,input\n2024-05-21,alibaba.qwen-long\n", "“” is no price"],
    ["date,product,input\n2024-05-21,alibaba.qwen-long,5\n2024-05-21,alibaba.qwen-long,1\n", "stands in line 2"],
    ["date,product,input\n2024-05-21,alibaba.qwen-long,\n", "is no price"],
    ["date,product,input\n2024-05-21,alibaba.qwen-long,0x1\n", "is no price"],
    ["date,product,input\n2024-05-21,alibaba.qwen-long,0,5\n", "line 2: more cells than the first row has names"],
    ['date,product,input\n2024-05-21,alibaba.qwen-long,"1\n2024-05-22,alibaba.qwen-long,1\n', "that nothing closes"],
    ["date,product,input\n", "no price to score"],
    ["date,product,input\n2031-05-21,alibaba.qwen-long,1\n", "up to 2025-06-30"],
  ] as const) {
    writeFileSync(file, text);
    const { code, stderr } = await pricewar(asked);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  }
});
