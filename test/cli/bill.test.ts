import { expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

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

test("the split of what a vendor is paid adds up, part by part", async () => {
  const words = ["explain", "china-2024", "--paid", "alibaba", "--agents", "200", "--weeks", "12"];
  const { stdout } = await pricewar([...words, "--set", "clock.burnInWeeks=4", "--json"]);
  const { from, to, ...parts } = (JSON.parse(stdout) as { paid: Record<string, number> }).paid;
  expect(Object.values(parts).reduce((sum, x) => sum + x, 0)).toBeCloseTo(to - from, 9);
  expect(parts.list).toBeLessThan(0);
});
