import { describe, expect, test } from "vitest";
import { nameHash, seedWord, threefry, uniform } from "../../../engine/math/random.ts";
import { normalQuantile } from "../../../engine/math/normal-quantile.ts";

function block(k0: number, k1: number, c0: number, c1: number): string {
  const out = new Uint32Array(2);
  threefry(k0, k1, c0, c1, out);
  return [...out].map((x) => x.toString(16).padStart(8, "0")).join(" ");
}

describe("counter-based draws", () => {
  test("Threefry2x32-20 gives the known answers of Random123", () => {
    expect(block(0, 0, 0, 0)).toBe("6b200159 99ba4efe");
    expect(block(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe("1cb996fc bb002be7");
    expect(block(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe("c4923a9c 483df7a0");
  });
  test("draws of neighbouring agents, ticks and seeds are uncorrelated and uniform", () => {
    const n = 20_000;
    for (const draw of [
      (i: number) => uniform(1, 2, i, 3),
      (i: number) => uniform(1, 2, 3, i),
      (i: number) => uniform(seedWord(String(i)), 2, 3, 4),
    ]) {
      let sum = 0;
      let lag = 0;
      for (let i = 0; i < n; i++) {
        sum += draw(i) - 0.5;
        lag += (draw(i) - 0.5) * (draw(i + 1) - 0.5) * 12;
      }
      expect(Math.abs(sum / n) / Math.sqrt(1 / 12 / n)).toBeLessThan(4);
      expect(Math.abs(lag / n) * Math.sqrt(n)).toBeLessThan(4);
    }
  });
  test("a seed may be any text, and its word never changes", () => {
    expect([seedWord("1"), seedWord("1", 1), seedWord("价格战"), seedWord("")]).toMatchInlineSnapshot(`
      [
        2886041672,
        120236423,
        2596998357,
        2286850920,
      ]
    `);
    expect(nameHash("deepseek.v2")).not.toBe(nameHash("deepseek.v3"));
  });
  test("the normal quantile agrees with tabulated values", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(0.999999999)).toBeCloseTo(5.997807015, 8);
    expect(normalQuantile(1e-60)).toBeCloseTo(-16.39728, 5);
  });
});
