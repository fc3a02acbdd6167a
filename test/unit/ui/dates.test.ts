import { describe, expect, it } from "vitest";
import { date } from "../../../words/format.ts";
import { phrasesOf } from "../../../ui/i18n/phrases.ts";
import { dayNumber, isoDate, parseOutput, readDate } from "../../../engine/index.ts";

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

  it("may stand in an output as it may in a scenario: days, months and years, and stretches of them", () => {
    const days = (when: string) => parseOutput(`market.hhi@${when}`)?.period;
    const day = { from: "2024-05-15", to: "2024-05-15" };
    for (const when of ["2024-05-15", "2024/5/15", "2024年5月15日", "15 May 2024"]) expect(days(when)).toEqual(day);
    const month = { from: "2024-05-01", to: "2024-05-31" };
    for (const when of ["2024-05", "2024/5", "2024年5月", "2024/5/1..2024/5/31"]) expect(days(when)).toEqual(month);
    expect(days("2024年")).toEqual({ from: "2024-01-01", to: "2024-12-31" });
    for (const when of ["5/15/2024", "2024-13", "2024.5", "May", "2024/5/15..2024/5/1"])
      expect(parseOutput(`market.hhi@${when}`)).toBeNull();
  });

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
