import { describe, expect, test } from "vitest";
import { series, valueAt } from "../../engine/index.ts";
import { lessonIds, readLesson } from "../../scripts/lessons/read.ts";
import { courseOf, datesOf, ticksToDraw } from "../../ui/pages/learn/course.ts";
import { LENGTHS } from "../../ui/pages/learn/lesson.ts";
import { simulate } from "../support/scenarios.ts";

const ids = lessonIds();
const SEEDS = 20;

test("there are eleven lessons or more, numbered from 01 without a gap", () => {
  expect(ids.length).toBeGreaterThanOrEqual(11);
  expect(ids.map((id) => id.slice(0, 3))).toEqual(ids.map((_, k) => `${String(k + 1).padStart(2, "0")}-`));
});

/** Reading a lesson throws unless both languages have the same sections, one right answer and notes of three lengths. */
describe.each(ids)("%s", (id) => {
  const lesson = readLesson(id);
  const { scenario, words, draw } = lesson;
  const runs = () => (cache ??= Array.from({ length: SEEDS }, (_, k) => simulate(scenario, { seed: k + 1 })));
  let cache: ReturnType<typeof simulate>[] | undefined;

  test("says everything in both languages, each in its own", () => {
    for (const text of [scenario.title, scenario.question, ...scenario.expect.map((e) => e.claim)]) {
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    const texts = (lang: "en" | "zh") => [...Object.values(words[lang].sections), words[lang].check.question, ...LENGTHS.map((n) => words[lang].notes[n]), ...words[lang].check.choices.flatMap((c) => [c.text, c.feedback])]; // prettier-ignore
    for (const text of texts("en")) expect(text).not.toMatch(/[\u4e00-\u9fff，。]/);
    for (const text of texts("zh")) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(words.zh.check.choices.map((c) => c.right)).toEqual(words.en.check.choices.map((c) => c.right));
  });

  test("draws a line that its runs stay inside the chart of, and that can be drawn wrongly", () => {
    const dates = datesOf(scenario);
    expect(dates).toEqual(runs()[0].dates);
    const { given, ticks } = ticksToDraw(dates, draw);
    expect(ticks.at(-1)).toBe(dates.length - 1);
    const { middle } = courseOf(runs().slice(0, draw.seeds), draw.series);
    for (const t of [given, ...ticks]) {
      expect(middle[t]).toBeGreaterThanOrEqual(draw.scale[0]);
      expect(middle[t]).toBeLessThanOrEqual(draw.scale[1]);
    }
    const height = draw.scale[1] - draw.scale[0];
    const far = Math.max(...ticks.map((t) => Math.abs(middle[t] - middle[given])));
    expect(far / height, "a flat line would be right").toBeGreaterThan(0.1);
    for (const path of draw.also) expect(series(runs()[0], path).length).toBe(dates.length);
  });

  test.each(scenario.expect.map((e) => [e.claim.en, e] as const))(
    "%s",
    (_claim, { metric, at, below, above, seeds }) => {
      expect(seeds).toBe(SEEDS);
      const values = runs().map((r) => valueAt(r, metric, at));
      const held = values.filter(
        (x) => (below === undefined || x < below) && (above === undefined || x > above),
      ).length;
      const seen = values.map((x) => x.toPrecision(3)).join(" ");
      expect(held, `${metric} at ${at}: ${seen}`).toBeGreaterThanOrEqual(0.9 * SEEDS);
    },
  );

  test("makes claims of its own", () => expect(lesson.scenario.expect.length).toBeGreaterThan(0));
});
