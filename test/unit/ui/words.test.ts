import { expect, it } from "vitest";
import type { Language } from "../../../engine/index.ts";
import { speaker } from "../../../ui/i18n/speaker.ts";
import { words } from "../../../ui/i18n/words.ts";

const page = {
  was: { en: "was {{price}}, now {{now}}", zh: "原 {{price}}，现 {{now}}" },
  plain: { en: "Close", zh: "关闭" },
} as const;

it("fills a text in the reader's language with the values that it names", () => {
  expect(speaker(page, "en")("was", { price: 3, now: "free" })).toBe("was 3, now free");
  expect(speaker(page, "zh")("was", { price: 3, now: "免费" })).toBe("原 3，现 免费");
});

it("says words that stand elsewhere, functions of values among them", () => {
  const left = { en: (n: number) => `${n} left`, zh: (n: number) => `还有 ${n} 家` };
  expect(speaker(page, "zh")(left)(3)).toBe("还有 3 家");
});

it("says English where a third language has no words yet", () => {
  expect(speaker(page, "fr" as Language)("plain")).toBe("Close");
});

it("refuses keys that do not exist, values that no text names, and texts short of a value", () => {
  const say = speaker(words, "en");
  // @ts-expect-error there is no such text
  expect(() => say("frame.nothing")).toThrow();
  // @ts-expect-error this text names no value
  say("frame.close", { n: 1 });
  // @ts-expect-error this text names a value
  say("explore.was");
});
