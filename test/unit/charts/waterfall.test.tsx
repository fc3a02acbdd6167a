import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { THEMES } from "../../../charts/theme/theme.ts";
import { waterfallBars } from "../../../charts/data/waterfall-bars.ts";
import { Waterfall } from "../../../charts/marks/waterfall.tsx";
import { splitPrice } from "../../../engine/index.ts";

const before = { price: 10, cost: 2, factors: [1, 1, 1, 1, 2], nash: 6, lowest: 6 };
const after = { price: 4, cost: 1, factors: [0.8, 0.625, 1, 1, 2], nash: 4.5, lowest: 4.5 };
const split = splitPrice(before, after);
const explained = { split, low: split, high: split };

test("a waterfall's bars lead from the first price to the last, cost before margin, without parts of nothing", () => {
  const bars = waterfallBars(explained);
  expect(bars.map((b) => b.id)).toEqual(["from", "hardware", "technology", "margin", "to"]);
  for (let k = 1; k < bars.length - 1; k++) expect(bars[k].start).toBeCloseTo(bars[k - 1].end, 12);
  expect(bars[3].end).toBeCloseTo(4, 12);
  expect(bars[4]).toMatchObject({ start: 0, end: 4 });
});

test("it draws them with their words, in either language", () => {
  const draw = (lang: "en" | "zh") =>
    renderToStaticMarkup(
      <Waterfall
        explained={explained}
        from="a"
        to="b"
        width={600}
        height={300}
        theme={THEMES.light}
        lang={lang}
        summary="s"
      />,
    );
  expect(draw("en")).toContain("technology");
  expect(draw("en")).toContain("−1.46");
  expect(draw("zh")).toContain("推理技术");
  expect(draw("zh")).not.toContain("NaN");
});
