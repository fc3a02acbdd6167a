import { expect, test } from "vitest";
import { variant } from "../../support/scenarios.ts";

test("Chinese folded from several lines has no space where a line ended, but keeps those around Latin words", () => {
  const { question } = variant(`
question:
  en: What then?
  zh: >-
    第一行，
    第二行没有标点
    第三行；
    DeepSeek 降价。
`);
  expect(question.zh).toBe("第一行，第二行没有标点第三行；DeepSeek 降价。");
});
