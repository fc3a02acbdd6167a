import { describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const V2 = ["cost", "deepseek-v2", "--gpu", "h800"];

describe("pricewar cost", () => {
  test("prints the unit cost, what binds it and a breakdown, in either language", async () => {
    const asked = [...V2, "--context", "4096", "--price", "14.4CNY"];
    const [en, zh] = await Promise.all(["en", "zh"].map((lang) => pricewar([...asked, "--lang", lang])));
    expect(en.code).toBe(0);
    expect(en.stdout).toMatch(/DeepSeek-V2, MLA, on 8 × H800/);
    expect(en.stdout).toMatch(/Cost at full load +input 0\.\d+ +output 1\.\d+ +¥ per Mtok/);
    expect(en.stdout).toMatch(/Bound by +latency/);
    expect(en.stdout).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.stdout).toMatch(/满载成本 +输入 0\.\d+ +输出 1\.\d+ +元\/百万 token/);
    expect(zh.stdout).toMatch(/瓶颈 +延迟/);
  });
  test("--json gives the same cost with every part of it, and the price's currency sets the money", async () => {
    const [cny, usd] = await Promise.all(
      ["14.4CNY", "2 USD/GPU/h"].map((price) => pricewar([...V2, "--price", price, "--json"])),
    );
    const [a, b] = [JSON.parse(cny.stdout), JSON.parse(usd.stdout)];
    expect(a.currency).toBe("CNY");
    expect(b.currency).toBe("USD");
    expect(a.unitCost.output / b.unitCost.output).toBeCloseTo(7.2, 9);
    expect(a.step.seconds).toBeCloseTo(
      Math.max(a.step.compute, a.step.memory) + a.step.collective + a.step.overhead,
      12,
    );
    expect((a.gpus * 14.4 * 1e6) / (3600 * a.tokensPerSecond.output)).toBeCloseTo(a.fullLoad.output, 12);
    expect(a.kv).toMatchObject({ elements: 34_560, bytes: 25_920, groups: 2.25 });
  });
  test("shows each of the three constraints where it binds", async () => {
    const binding = async (...more: string[]) =>
      JSON.parse((await pricewar(["cost", "qwen-72b", "--gpus", "8", "--json", ...more])).stdout).binding;
    expect(await binding("--context", "4096")).toBe("memory");
    expect(await binding("--context", "256", "--min-speed", "40")).toBe("latency");
    expect(await binding("--context", "4096", "--volume", "10 Mtok/day")).toBe("demand");
  });
  test("charges thin traffic for the replica that waits for it, and a low load for idle hours", async () => {
    const cost = async (...more: string[]) => JSON.parse((await pricewar([...V2, "--json", ...more])).stdout);
    const [full, half, thin] = await Promise.all([cost(), cost("--load", "50%"), cost("--volume", "1e2 Mtok/day")]);
    expect(half.unitCost.output).toBeCloseTo(2 * full.unitCost.output, 12);
    expect(thin.replicas.needed).toBe(1);
    expect(thin.unitCost.output).toBeCloseTo(full.unitCost.output / thin.replicas.busy, 9);
  });
  test.each([
    [["cost"], /missing required argument/],
    [["cost", "deepsek-v2"], /unknown architecture “deepsek-v2”; did you mean “deepseek-v2”/],
    [[...V2.slice(0, 3), "h8000"], /unknown GPU “h8000”; did you mean “h800”/],
    [[...V2.slice(0, 3), "ascend-910b"], /bandwidth of Ascend 910B/],
    [[...V2, "--price", "3apples"], /--price 3apples/],
    [[...V2, "--price", "-3CNY"], /--price -3CNY/],
    [[...V2, "--context", "many"], /--context many: expected a number/],
    [[...V2, "--gpus", "2"], /does not fit: 236 GB/],
    [[...V2, "--volume", "3CNY"], /--volume 3CNY/],
    [[...V2, "--load", "2"], /--load 2/],
    [[...V2, "--attention", "gqe"], /did you mean “GQA”/],
    [[...V2, "--attention", "MHA", "--context", "1000000"], /does not fit/],
  ] as const)("refuses %j with exit code 2 and no stack trace", async (args, message) => {
    const { code, stdout, stderr } = await pricewar(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  });
});
