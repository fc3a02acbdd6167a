import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pricewar, UNSETTLED } from "../support/cli.ts";

const GLM = ["bill", "china-2024", "zhipu.glm-4", "--input", "100 Mtok", "--output", "20 Mtok"];

test("a bill at list prices is tokens times prices, and a task its share of it", async () => {
  const { stdout } = await pricewar([...GLM, "--json"]);
  const bill = JSON.parse(stdout) as { lines: { amount: number }[]; total: number; perTask: number; currency: string };
  expect(bill.lines.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(bill.total, 9);
  expect(bill.total).toBeCloseTo(120 * 100, 6); // GLM-4 lists 100 CNY a million tokens of either kind
  expect(bill.perTask).toBeCloseTo(1, 9); // ten thousand tokens of it
  expect(bill.currency).toBe("CNY");
});

test("says in words what each line is, in both languages, and refuses a product that there is not", async () => {
  expect((await pricewar([...GLM, "--lang", "zh"])).stdout).toMatch(/计费项.*\n输入.*\n输出.*\n合计/);
  const { code, stderr } = await pricewar(["bill", "china-2024", "zhipu.glm"]);
  expect(code).toBe(2);
  expect(stderr).toContain("did you mean “zhipu.glm-4”?");
});

test("no work has no bill", async () => {
  const { code, stderr } = await pricewar(["bill", "china-2024", "zhipu.glm-4", "--input", "0 Mtok", "--output", "0"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("nothing to bill")]);
});

test("amounts are said to the cent, and what is less than a cent in three digits", async () => {
  const small = ["bill", "china-2024", "zhipu.glm-4", "--input", "1 Mtok", "--output", "0.00001 Mtok", ...UNSETTLED];
  const { stdout } = await pricewar(small);
  expect(stdout).toMatch(/Input .* ¥100\.00\n/);
  expect(stdout).toMatch(/Output .* ¥0\.00100\n/);
});

test("the split of what a vendor is paid adds up, part by part", async () => {
  const words = ["explain", "china-2024", "--paid", "alibaba", "--agents", "200", "--weeks", "12"];
  const { stdout } = await pricewar([...words, "--set", "clock.burnInWeeks=26", "--json"]);
  const { from, to, ...parts } = (JSON.parse(stdout) as { paid: Record<string, number> }).paid;
  expect(Object.values(parts).reduce((sum, x) => sum + x, 0)).toBeCloseTo(to - from, 9);
  expect(parts.list).toBeLessThan(0);
});

test("a bill is of the list, the tariff, the discounts and the tax of its day", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "pricewar-bill-")), "bill.yaml");
  const events = [
    "{date: 2024-05-06, kind: price, product: zhipu.glm-4, price: {input: 10, output: 40}}",
    "{date: 2024-05-06, kind: tariff, product: zhipu.glm-4, " +
      "tariff: {hours: {zone: 8, windows: [{from: 0, to: 12, times: 3}]}}}",
    "{date: 2024-05-13, kind: tax, rate: 6 %, perMtok: 0.5 CNY/Mtok}",
    "{date: 2024-05-20, kind: off-peak, vendor: zhipu, discount: 50 %}",
  ];
  writeFileSync(
    file,
    `extends: china-2024\nid: bill\nclock: {weeks: 12, burnInWeeks: 4}\nevents:\n  - ${events.join("\n  - ")}\n`,
  );
  const on = async (date: string) => {
    const words = ["bill", file, ...GLM.slice(2), "--agents", "100", "--date", date, "--json"];
    return JSON.parse((await pricewar(words)).stdout) as Record<"total" | "tax" | "discount", number>;
  };
  expect((await on("2024-05-05")).total).toBeCloseTo(120 * 100, 6);
  const posted = (100 * 10 + 20 * 40) * 2; // half of the hours at three times the price
  expect((await on("2024-05-06")).total).toBeCloseTo(posted, 6);
  const taxed = await on("2024-05-13");
  expect(taxed.tax).toBeCloseTo(0.06 * posted + 0.5 * 120, 6);
  expect(taxed.total).toBeCloseTo(posted + taxed.tax, 6);
  expect((await on("2024-05-20")).discount).toBeLessThan(-0.1 * posted);
});

test("what the words leave open is asked for: an amount's unit, a day of the run, a product on sale", async () => {
  const words = async (...more: string[]) =>
    (await pricewar(["bill", "china-2024", "bytedance.doubao-lite", ...more])).stderr;
  expect(await words("--input", "1e30 Mtok")).toContain("--input 1e30 Mtok: 1e+30 is larger than anything in a market");
  expect(await words("--input", "5 apples")).toContain("--input 5 apples: unknown unit “apples”");
  expect(await words("--input", "1000000")).toContain("--input 1000000: expected an amount with its unit, like 5 Mtok");
  expect(await words("--date", "2030-01-01")).toContain("--date 2030-01-01: outside the scenario's time");
  expect(await words("--agents", "100", "--date", "2024-04-10")).toContain("not on sale on 2024-04-10");
});

test("free use that a bill does not take off is named", async () => {
  const words = ["bill", "china-2024", "baidu.ernie-speed", "--agents", "100", "--date", "2024-12-30"];
  expect((await pricewar(words)).stdout).toMatch(/Free use of \d+ Mtok a week for each user is not taken off\./);
});

const BY_HOUR = Array.from({ length: 24 }, (_, h) => (h < 5 ? 1 : 0)).join(", ");

/** A plan at 20 dollars: 3 Mtok in five hours, 40 a week; one of its models burns it three times as fast. */
function planFile(more: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "bill-")), "plan.yaml");
  const quota = "quota: [{tokens: 3 Mtok, every: 5h}, {tokens: 40 Mtok, every: week}]";
  writeFileSync(
    file,
    `extends: global
id: plan
clock: {start: 2026-07-06, weeks: 4, tickDays: 7, burnInWeeks: 4}
events: null
expect: null
arenas: {plans: {meter: month}}
vendors:
  openai:
    products:
      coding:
        arena: plans
        price: {month: 20}
        plan: {${quota}, ${more}, covers: [{product: gpt-4o, burn: 3}, {product: gpt-4o-mini}]}
        cost: {kind: curve, input: 1, output: 2}
demand: {segments: {developers: {also: [plans], traffic: {hours: {byHour: [${BY_HOUR}]}}}}}
`,
  );
  return file;
}

interface Planned {
  readonly plan: Record<"included" | "fee" | "overage" | "total" | "asked", number>;
}
const planned = async (model: string, more: string): Promise<Planned["plan"]> => {
  const words = ["bill", planFile(more), `openai.coding.${model}`, "--input", "120 Mtok", "--output", "30 Mtok"];
  return (JSON.parse((await pricewar([...words, "--agents", "200", "--json"])).stdout) as Planned).plan;
};

test("a plan's bill: what five hours hold is included, the rest stops or is paid by the token", async () => {
  // All work falls into one window of five hours a day: seven hold 21 Mtok a week, 91.25 a month of 365/84 weeks.
  const month = 365 / 84;
  const stop = await planned("gpt-4o-mini", "beyond: stop");
  expect(stop.included).toBeCloseTo(21 * month, 6);
  expect([stop.fee, stop.overage, stop.total].map((x) => x.toFixed(2))).toEqual(["20.00", "0.00", "20.00"]);
  const pay = await planned("gpt-4o-mini", "beyond: pay, overage: {input: 1, output: 2}");
  const beyond = 1 - (21 * month) / 150;
  expect(pay.total).toBeCloseTo(20 + beyond * (120 * 1 + 30 * 2), 6);
  const dearer = await planned("gpt-4o", "beyond: stop");
  expect(dearer.included).toBeCloseTo((21 * month) / 3, 6); // it burns the quota three times as fast
});

test("a plan's bill says its quotas in words, in both languages, and which models a plan has", async () => {
  const words = [planFile("beyond: slow"), "openai.coding.gpt-4o-mini", "--input", "120 Mtok", "--agents", "200"];
  const { stdout } = await pricewar(["bill", ...words]);
  expect(stdout).toMatch(/Quota of 3.00 Mtok in five hours; the busiest one asks for 4\.\d+\./);
  expect(stdout).toMatch(/is done slowly/);
  expect((await pricewar(["bill", ...words, "--lang", "zh"])).stdout).toMatch(/降速完成/);
  const { code, stderr } = await pricewar(["bill", planFile("beyond: stop"), "openai.coding", "--agents", "200"]);
  expect(code).toBe(2);
  expect(stderr).toContain("name one, like openai.coding.gpt-4o");
});
