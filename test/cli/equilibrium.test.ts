import { expect, test } from "vitest";
import { pricewar, UNSETTLED } from "../support/cli.ts";

const run = (...words: string[]) => pricewar(["equilibrium", ...words, "--quiet", ...UNSETTLED]);

test("prices by the month and the second are said as people know them, per token as headed", async () => {
  const { stdout } = await run("whole-market", "--agents", "300");
  expect(stdout).toMatch(/Wenxiaoyan +59\.9\/month +[\d.]+\/month +[\d.]+\/month +[\d.]+\/month/);
  expect(stdout).toMatch(/Hailuo \(video\) +0\.500\/s +[\d.]+\/s/);
  expect(stdout).toMatch(/ERNIE 4\.0 +120 +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+\n/);
});

test("a merger says of how many buyers it is; what no cost can make up for is out of reach", async () => {
  const merged = await run("global", "--merge", "openai,google", "--agents", "150");
  expect(merged.stdout).toMatch(/Of 150 buyers spread evenly over who they are/);
  expect(merged.stdout).toMatch(/GPT-4o mini .* out of reach$/m);
  expect(merged.stdout).toMatch(/Profit a week: those who merge \+\$[\d.]+ mn, others \+\$[\d.]+ mn\./);
  const zh = await run("global", "--merge", "openai,google", "--agents", "600", "--lang", "zh");
  expect(zh.stdout).toMatch(/每周用户剩余 −[\d.]+ ?.*美元/);
  expect(zh.stdout).toMatch(/按 600 个买家计算/);
});

test("owners that a scenario states are told of, and --owners holds them against everybody on its own", async () => {
  const owned = ["global", "--agents", "600", "--set", "vendors.google.owner=openai"];
  expect((await run(...owned)).stdout).toMatch(/Owners as the scenario states them; --owners/);
  const stated = JSON.parse((await run(...owned, "--owners", "--json")).stdout);
  const merged = JSON.parse((await run("global", "--agents", "600", "--merge", "openai,google", "--json")).stdout);
  stated.products.forEach((p: { after: number }, k: number) =>
    expect(p.after / merged.products[k].after).toBeCloseTo(1, 1),
  );
});

test("flags that ask for nothing are refused in words", async () => {
  const refused = async (...words: string[]) => (await run("global", "--agents", "300", ...words)).stderr;
  expect(await refused("--owners")).toMatch(/--owners: no vendor or product of this scenario has an owner/);
  expect(await refused("--merge", "openai")).toMatch(/--merge: expected two vendors or more/);
  expect(await refused("--merge", "openai,google", "--owners")).toMatch(/--merge and --owners ask two questions/);
  expect(await refused("--hold", "openai,google,anthropic")).toMatch(/--hold: every price is held/);
});
