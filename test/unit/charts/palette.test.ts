import { describe, expect, it } from "vitest";
import { VENDOR_INK } from "../../../charts/theme/palette.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { contrast, deltaE2000, type Deficiency, seenBy } from "../../support/colour.ts";

const SIGHTS: readonly (Deficiency | "normal")[] = ["normal", "deutan", "protan", "tritan"];
const LEAST = { normal: 21, deutan: 11, protan: 11, tritan: 11 };

describe("the yardstick", () => {
  it("measures black to white as 100, and equal colours as 0", () => {
    expect(deltaE2000("#000000", "#ffffff")).toBeCloseTo(100, 3);
    expect(deltaE2000("#4091fe", "#4091fe")).toBe(0);
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  });

  it("shows red and green as near to a deutan eye as they are far to others", () => {
    const apart = (sight: Deficiency | "normal") => deltaE2000(seenBy("#c03030", sight), seenBy("#507020", sight));
    expect(apart("deutan")).toBeLessThan(apart("normal") / 2);
  });
});

describe("vendor colours", () => {
  for (const mode of ["light", "dark"] as const) {
    const marks = Object.entries(VENDOR_INK).map(([id, ink]) => ({ id, color: ink[mode] }));

    it.each(SIGHTS)(`stay apart in ${mode} for %s sight`, (sight) => {
      for (const [k, a] of marks.entries()) {
        for (const b of marks.slice(k + 1)) {
          const distance = deltaE2000(seenBy(a.color, sight), seenBy(b.color, sight));
          expect(distance, `${a.id} and ${b.id}`).toBeGreaterThan(LEAST[sight]);
        }
      }
    });

    it(`can be seen on the ${mode} page: marks 3 to 1, text 4.5 to 1`, () => {
      for (const [id, ink] of Object.entries(VENDOR_INK)) {
        const text = mode === "light" ? ink.lightText : ink.darkText;
        expect(contrast(ink[mode], THEMES[mode].surface), `${id} mark`).toBeGreaterThanOrEqual(3);
        expect(contrast(text, THEMES[mode].surface), `${id} text`).toBeGreaterThanOrEqual(4.5);
      }
    });
  }

  it("give every vendor a glyph of its own, so that colour is never alone", () => {
    const glyphs = Object.values(VENDOR_INK).map((ink) => ink.glyph);
    expect(new Set(glyphs).size).toBe(glyphs.length);
  });
});
