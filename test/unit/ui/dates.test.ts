import { describe, expect, it } from "vitest";
import { date } from "../../../words/format.ts";
import { phrasesOf } from "../../../ui/i18n/phrases.ts";
import { dayNumber, isoDate, readDate } from "../../../engine/index.ts";

describe("a typed date", () => {
  it.each([
    "2024-05-02",
    "2024/5/2",
    "2024.5.2",
    "2024年5月2日",
    " 2024 年 5 月 2 日 ",
    "2 May 2024",
    "2 may 2024",
    "May 2, 2024",
    "2024年5月2号",
    "２０２４／５／２",
  ])("is read as a person writes it: %s", (text) => expect(readDate(text)).toBe("2024-05-02"));

  it.each(["", "2024-02-30", "31 Apr 2024", "2024-13-01", "5/2/2024", "2 Foo 2024", "tomorrow"])(
    "is refused where it is none, or could be two: %s",
    (text) => expect(readDate(text)).toBeNull(),
  );

  it("is read back from how the app says it, in either language", () => {
    for (let k = 0, day = "2024-01-01"; k < 400; k++, day = isoDate(dayNumber(day) + 1))
      expect([readDate(date(day, "en")), readDate(date(day, "zh"))]).toEqual([day, day]);
  });
});

describe("a Chinese line", () => {
  it("breaks between words and not inside them, nor before a full stop or inside a date", () => {
    const text = "2024年5月6日，字节的 token 份额在价格战中上升。";
    const pieces = phrasesOf(text);
    expect(pieces.join("")).toBe(text);
    expect(pieces.some((p) => p.includes("份额"))).toBe(true);
    expect(pieces[0].startsWith("2024年5月6日，")).toBe(true);
    expect(pieces.every((p) => !/^[，。：；”）]/.test(p))).toBe(true);
    expect(pieces.length).toBeGreaterThan(4);
  });
});
