import { describe, expect, test } from "vitest";
import { simulate, variant } from "../support/scenarios.ts";

describe("tastes that do not last for ever", () => {
  test("make users switch more", () => {
    const switched = (text: string) => {
      const r = simulate(variant(`strategies: {headline: {strength: 0}}\n${text}`));
      return r.product.switchedIn.reduce((a, b) => a + b, 0);
    };
    expect(switched("demand: {tasteLife: 8}")).toBeGreaterThan(1.3 * switched(""));
  });
});
