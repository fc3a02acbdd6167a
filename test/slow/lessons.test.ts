import { describe, expect, test } from "vitest";
import { type Expectation, type Recording, type Scenario, series, valueAt } from "../../engine/index.ts";
import { lessonIds, readLesson } from "../../scripts/lessons/read.ts";
import { courseOf, datesOf, ticksToDraw } from "../../ui/pages/learn/course.ts";
import { simulate } from "../support/scenarios.ts";

const ids = lessonIds();
const SEEDS = 20;
/** Of the market without the mechanism: what fails there fails at once. */
const FEWER = 5;

const simulated = (scenario: Scenario, seeds: number) =>
  Array.from({ length: seeds }, (_, k) => simulate(scenario, { seed: k + 1 }));
const held = ({ metric, at, below, above }: Expectation, runs: readonly Recording[]) =>
  runs
    .map((r) => valueAt(r, metric, at))
    .filter((x) => (below === undefined || x < below) && (above === undefined || x > above)).length;
const seen = ({ metric, at }: Expectation, runs: readonly Recording[]) =>
  `${metric} at ${at}: ${runs.map((r) => valueAt(r, metric, at).toPrecision(3)).join(" ")}`;

test("there are eleven lessons or more, numbered from 01 without a gap", () => {
  expect(ids.length).toBeGreaterThanOrEqual(11);
  expect(ids.map((id) => id.slice(0, 3))).toEqual(ids.map((_, k) => `${String(k + 1).padStart(2, "0")}-`));
});

/**
 * Reading a lesson throws unless both languages have the same sections and one right answer.
 */
describe.each(ids)("%s", (id) => {
  const lesson = readLesson(id);
  const { scenario, without, words, draw } = lesson;
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const runs = once(() => simulated(scenario, SEEDS));
  const others = once(() => simulated(without, draw.seeds === 1 ? 1 : FEWER));

  test("says everything in both languages, each in its own", () => {
    for (const text of [
      scenario.title,
      scenario.question,
      without.title,
      without.description!,
      ...[...scenario.expect, ...without.expect].map((e) => e.claim),
    ]) {
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    const texts = (lang: "en" | "zh") => [
      ...Object.values(words[lang].sections),
      words[lang].check.question,
      ...words[lang].check.choices.flatMap((c) => [c.text, c.feedback]),
    ];
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

  test.each(scenario.expect.map((e) => [e.claim.en, e] as const))("%s", (_claim, e) => {
    expect(e.seeds).toBe(SEEDS);
    expect(held(e, runs()), seen(e, runs())).toBeGreaterThanOrEqual(0.9 * SEEDS);
  });

  test("makes claims of its own", () => expect(scenario.expect.length).toBeGreaterThan(0));

  test(`hangs on its mechanism (${without.title.en}): without it, a claim fails in every run but one in five`, () => {
    const kept = scenario.expect.map((e) => held(e, others()));
    expect(Math.min(...kept), `${kept.join(" ")} of ${others().length} held`).toBeLessThanOrEqual(
      0.2 * others().length,
    );
  });

  test("draws the market without its mechanism inside the same chart", () => {
    expect(datesOf(without)).toEqual(datesOf(scenario));
    const { middle } = courseOf(others(), draw.series);
    for (const x of middle) expect(x >= draw.scale[0] && x <= draw.scale[1], `${x}`).toBe(true);
  });

  test.each(without.expect.map((e) => [e.claim.en, e] as const))(`${without.title.en}: %s`, (_claim, e) => {
    expect(scenario.expect.map((x) => x.claim.en)).not.toContain(e.claim.en);
    expect(held(e, others()), seen(e, others())).toBeGreaterThanOrEqual(0.8 * others().length);
  });
});
