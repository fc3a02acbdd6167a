import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lessonIds } from "../../../scripts/lessons/read.ts";
import { readTeaching, teachingOf } from "../../../scripts/lessons/teaching.ts";
import { LENGTHS, planOf } from "../../../ui/pages/learn/teaching.ts";

const LESSONS = join(import.meta.dirname, "../../../scenarios/lessons");

const GOOD = `
aim: {en: a, zh: 甲}
steps:
  - {minutes: [20, 20, 20], en: draw, zh: 画}
  - {minutes: [0, 30, 30], en: run, zh: 运行}
  - {minutes: [0, 0, 40], en: play, zh: 玩}
board: [{en: a, zh: 甲}, {en: b, zh: 乙}]
questions:
  - {ask: {en: a, zh: 甲}, answer: {en: b, zh: 乙}}
  - {ask: {en: c, zh: 丙}, answer: {en: b, zh: 乙}}
  - {ask: {en: d, zh: 丁}, answer: {en: b, zh: 乙}}
misconceptions: [{says: {en: a, zh: 甲}, but: {en: b, zh: 乙}}, {says: {en: c, zh: 丙}, but: {en: d, zh: 丁}}]
`;

describe("what teachers get", () => {
  it("exists for each lesson, and stands in no other place", () => {
    expect(readdirSync(LESSONS).toSorted()).toEqual(lessonIds());
    for (const id of lessonIds())
      for (const file of ["en.md", "zh.md"])
        expect(readFileSync(join(LESSONS, id, file), "utf8")).not.toMatch(/Teacher notes|教师备注/);
  });

  it.each(lessonIds())("has plans of 20, 50 and 90 minutes, each language in its own words (%s)", (id) => {
    const teaching = teachingOf(id);
    const texts = [
      teaching.aim,
      ...teaching.steps.map((s) => s.words),
      ...teaching.questions.flatMap((q) => [q.ask, q.answer]),
      ...teaching.misconceptions.flatMap((m) => [m.says, m.but]),
    ];
    for (const { en, zh } of texts) {
      expect(en).not.toMatch(/\p{Script=Han}|，|。/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    for (const length of LENGTHS) {
      const plan = planOf(teaching, length);
      expect(plan.length).toBeGreaterThanOrEqual(4);
      expect(plan[0].from).toBe(0);
      expect(plan.at(-1)?.to).toBe(length);
    }
  });

  it("says nothing twice: a longer class goes on from the shorter one", () => {
    for (const id of lessonIds()) {
      const { steps } = teachingOf(id);
      for (const { minutes } of steps) expect([minutes[0] > 0, minutes[1] > 0]).not.toEqual([true, false]);
      expect(new Set(steps.map((s) => s.words.en)).size).toBe(steps.length);
    }
  });

  it("names no file or id that a reader does not know", () => {
    for (const id of lessonIds())
      for (const { words } of teachingOf(id).steps) expect(`${words.en} ${words.zh}`).not.toMatch(/textbook-|\.yaml/);
  });

  it.each([
    ["minutes that do not add up", GOOD.replace("[0, 30, 30]", "[0, 29, 30]"), /steps for 50 minutes take 49/],
    ["a language missing", GOOD.replace("zh: 运行", "de: laufen"), /steps/],
    ["English where Chinese belongs", GOOD.replace("zh: 运行", "zh: run"), /steps/],
    ["no answer to a question", GOOD.replace(", answer: {en: b, zh: 乙}", ""), /questions/],
  ])("with %s is refused, by file", (_what, text, message) => {
    expect(() => readTeaching(GOOD, "x/teach.yaml")).not.toThrow();
    expect(() => readTeaching(text, "x/teach.yaml")).toThrow(message);
    expect(() => readTeaching(text, "x/teach.yaml")).toThrow("x/teach.yaml");
  });
});
