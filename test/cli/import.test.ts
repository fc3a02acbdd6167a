import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { beforeAll, expect, test } from "vitest";
import { main, pricewar } from "../support/cli.ts";

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "pricewar-import-"));
  const rows = [
    "厂商,模型,输入价格（元/百万token）,输出价格（元/百万token）",
    "深度求索,DeepSeek-V4.1-Flash,0.5,2",
    "腾讯,Hy4,问客服,18",
  ];
  writeFileSync(join(cwd, "我的价格.csv"), rows.join("\n"));
});

test("a price list becomes a scenario that runs, with a preview that names what was left out", async () => {
  const { code, stdout } = await pricewar(["import", "我的价格.csv", "--out", "mine.yaml"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/DeepSeek-V4\.1-Flash .*opening price.*deepseek\.v4-flash.*−50%/);
  expect(stdout).toContain("“问客服” is no price: 腾讯 Hy4 (3)");
  expect(stdout).toContain("pricewar compare today mine.yaml");
  const run = await pricewar(["run", "mine.yaml", "--agents", "300", "--weeks", "4", "--json"], { cwd });
  const { products } = JSON.parse(run.stdout) as { products: { id: string; priceInput: number[] }[] };
  expect(products.find((p) => p.id === "deepseek.v4-flash")!.priceInput[0]).toBeCloseTo(0.075, 9);
});

test("what a newer file has otherwise than the record becomes the dated events of a scenario", async () => {
  const [vendor, was, now] = ["OpenAI,gpt-6-luna", "0.10,0.50", "0.05,0.25"];
  writeFileSync(
    join(cwd, "newer.csv"),
    `vendor,model,input,output,currency\n${vendor},${now},USD\nTencent,Hy4,6,18,CNY`,
  );
  const words = ["import", "newer.csv", "--changes", "--from", "2026-12-01", "--out", "december.yaml", "--json"];
  const { stdout } = await pricewar(words, { cwd });
  const { planned } = JSON.parse(stdout) as { planned: { product: string; does: string; date: string }[] };
  expect(planned.map(({ product, does, date }) => [product, does, date])).toEqual([["luna", "event", "2026-12-01"]]);
  expect(readFileSync(join(cwd, "december.yaml"), "utf8")).toContain("date: 2026-12-01");
  expect(was).not.toBe(now);
});

test("a scenario's price lists go out as a table and come back without a change", async () => {
  await pricewar(["import", "today", "--csv", "today.csv"], { cwd });
  const { stdout } = await pricewar(["import", "today.csv", "--json"], { cwd });
  const { planned } = JSON.parse(stdout) as { planned: { does: string }[] };
  expect(new Set(planned.map(({ does }) => does))).toEqual(new Set(["same"]));
  expect(planned.length).toBeGreaterThanOrEqual(28);
});

test("refuses what is no price list, a day that is none, a file that is there, in the user's language", async () => {
  writeFileSync(join(cwd, "poem.txt"), "a poem");
  const refused = async (...words: string[]) => (await pricewar(["import", ...words, "--lang", "zh"], { cwd })).stderr;
  expect(await refused("poem.txt")).toContain("没有找到价格");
  expect(await refused("我的价格.csv", "--from", "soon")).toContain("应为日期");
  expect(await refused("我的价格.csv", "--csv", "poem.txt")).toContain("poem.txt");
});

/** What a program says to text that comes later than it looks for it, and in more than one piece. */
function saidTo(pieces: readonly string[], ...words: string[]): Promise<string> {
  const child = spawn(process.execPath, [main, ...words], { cwd });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  child.stdin.on("error", () => {}); // it may end before all is written
  pieces.forEach((piece, k) => setTimeout(() => child.stdin.write(piece), 1500 * (k + 1)));
  setTimeout(() => child.stdin.end(), 1500 * (pieces.length + 1));
  return new Promise((done) => child.once("close", () => done(said)));
}

test("a paste is waited for, however late it comes and in however many pieces", async () => {
  const rows = Array.from({ length: 4000 }, (_, k) => `Zhipu,M${k},1,2,CNY\n`); // more than a pipe holds at once
  const pieces = ["vendor,model,input,output,currency\n", rows.join("")];
  expect(await saidTo(pieces, "import", "-")).toContain("Price lists read: 4000;");
  expect(await saidTo(["extends: textbook-logit\n", "id: late\n"], "check", "/dev/stdin")).toContain("late: fine");
});

test("what would be no sound scenario is not written, and it is said which of the prices cannot be", async () => {
  const head = "date,vendor,model,input,output,currency,context_above,until";
  const steps = Array.from({ length: 6000 }, (_, k) => `,Tencent,Hy4,${k + 2},9,CNY,${k + 1},`);
  const lists = [
    [["2026-11-26,Tencent,Hy4,6,18,CNY,,", "2026-12-10,Tencent,Hy4,3,9,CNY,,2026-12-01"], /promotions\.0\.until/],
    [[",Tencent,Hy4,1,9,CNY,,", ...steps], /too many values/],
  ] as const;
  for (const [rows, told] of lists) {
    writeFileSync(join(cwd, "odd.csv"), [head, ...rows].join("\n"));
    const { code, stderr } = await pricewar(["import", "odd.csv", "--out", "odd.yaml"], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
    expect(stderr).toContain("odd.yaml is not written");
    expect(existsSync(join(cwd, "odd.yaml"))).toBe(false);
  }
});

test("a rate that was given to read the prices by is written along with them", async () => {
  writeFileSync(join(cwd, "euro.csv"), "vendor,model,input,output,currency\nTencent,Hy4,6,18,EUR\n");
  await pricewar(["import", "euro.csv", "--set", "fx.EUR=1.1", "--out", "euro.yaml"], { cwd });
  expect(readFileSync(join(cwd, "euro.yaml"), "utf8")).toContain("EUR: 1.1 USD/EUR");
  expect((await pricewar(["check", "euro.yaml"], { cwd })).code).toBe(0);
});

test("of rows left out for one reason a hundred are named, the others counted", async () => {
  const rows = Array.from({ length: 150 }, (_, k) => `Tencent,Hy4,${k + 1},18,CNY`);
  writeFileSync(join(cwd, "many.csv"), ["vendor,model,input,output,currency", ...rows].join("\n"));
  const { stdout } = await pricewar(["import", "many.csv"], { cwd });
  expect(stdout).toMatch(/\(101\).*and 49 more/s);
});
