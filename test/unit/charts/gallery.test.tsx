import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "../../../charts/gallery/examples.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";

const markup = (id: string, mode: "light" | "dark", lang: "en" | "zh", width: number) =>
  renderToStaticMarkup(<>{EXAMPLES.find((e) => e.id === id)!.draw({ theme: THEMES[mode], lang, width })}</>);

describe.each(EXAMPLES.map((e) => e.id))("the gallery's picture of %s", (id) => {
  it("is drawn as it was", () => {
    expect(markup(id, "light", "en", 680)).toMatchSnapshot();
  });

  it("has numbers for all its coordinates, words of its own for ears, and no other theme's paper", () => {
    for (const width of [340, 680, 1000]) {
      const drawn = markup(id, "dark", "zh", width);
      expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
      expect(drawn).toMatch(/aria-label="[^"]+"/);
      expect(drawn).not.toContain(`fill="${THEMES.light.surface}"`);
    }
  });
});
