import { describe, expect, test } from "vitest";
import { integrate, openTariff, NO_TARIFF, PLAIN_TRAFFIC } from "../../../engine/index.ts";
import { ScenarioErrors } from "../../../engine/text/errors.ts";
import { promptPoints } from "../../../engine/tariff/prompts.ts";
import { inFull } from "../../../engine/price.ts";
import { dayNumber } from "../../../engine/scenario/dates.ts";
import { offsetOf, readOffset, type Zone } from "../../../engine/scenario/zone.ts";
import { COST, smallMarket } from "../../support/tariffs.ts";

const LIST = inFull({ input: 1, output: 1 });

/** What is paid of a list of 1 on a day, where these hours cost twice and work is done as `hours` says. */
function paid(tariffZone: Zone, [from, to]: [number, number], hours: object, date = "2026-11-04"): number {
  const windows = [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const, from, to, times: 2 }];
  const tariff = openTariff({ ...NO_TARIFF, hours: { zone: tariffZone, windows, holidays: [] } }, LIST);
  const law = { ...PLAIN_TRAFFIC, hours: { ...PLAIN_TRAFFIC.hours, ...hours } };
  const asked = {
    segment: "s",
    law,
    points: promptPoints(law.prompts),
    context: 1,
    cachedShare: 0,
    cacheWriteShare: 0,
  };
  const more = { deferrable: 0, outputShare: 0.5, list: LIST, day: dayNumber(date), volumes: { mean: 1, sd: 0 } };
  return integrate(tariff, { ...asked, ...more }).paid.input;
}

describe("a tariff's clock", () => {
  test("half hours: 00:30 to 08:30 is eight hours of an even day", () => {
    expect(paid(8, [0.5, 8.5], {})).toBeCloseTo(1 + 8 / 24, 12);
    expect(paid(8, [23.5, 0.5], {})).toBeCloseTo(1 + 1 / 24, 12); // over midnight
  });

  const atNine = { byHour: Array.from({ length: 24 }, (_, h) => (h === 9 ? 1 : 0)) };

  test("half of an hour's work falls into a half hour that is dear", () => {
    expect(paid(8, [9.5, 11], { ...atNine, zone: 8 })).toBeCloseTo(1.5, 12);
    expect(paid(8, [9.5, 11], { ...atNine, zone: 5.5 })).toBeCloseTo(1, 12); // 9 to 10 in Mumbai is 11:30 in Beijing
    expect(paid(8, [11, 12], { ...atNine, zone: 5.5 })).toBeCloseTo(1.5, 12);
  });

  test("named zones change their clocks: nine in New York is three in Berlin, but for three weeks", () => {
    const newYork = { ...atNine, zone: "America/New_York" };
    expect(paid("Europe/Berlin", [15, 16], newYork, "2026-11-04")).toBeCloseTo(2, 12);
    expect(paid("Europe/Berlin", [15, 16], newYork, "2026-07-01")).toBeCloseTo(2, 12);
    expect(paid("Europe/Berlin", [15, 16], newYork, "2026-10-28")).toBeCloseTo(1, 12); // Berlin is back already
    expect(paid("Europe/Berlin", [14, 15], newYork, "2026-10-28")).toBeCloseTo(2, 12);
  });

  test("offsets: hours as they stand, names by the calendar week", () => {
    expect(offsetOf(-5.5, 0)).toBe(-5.5);
    expect(offsetOf("Asia/Shanghai", dayNumber("2026-08-17"))).toBe(8);
    expect(offsetOf("Asia/Kolkata", dayNumber("2026-08-17"))).toBe(5.5);
    expect(["2026-07-01", "2026-12-01"].map((day) => offsetOf("America/New_York", dayNumber(day)))).toEqual([-4, -5]);
    expect(["UTC+8", "GMT-05:30", "+08:00", "utc", "Beijing"].map(readOffset)).toEqual([8, -5.5, 8, 0, null]);
  });
});

describe("hours and zones as people write them", () => {
  const read = (hours: string) =>
    smallMarket({ products: `p: {price: {input: 1, output: 2}, ${COST}, tariff: {hours: {${hours}}}}` }).vendors.v
      .products.p.tariff!.hours!;
  const refused = (hours: string): string[] => {
    try {
      read(hours);
    } catch (error) {
      if (error instanceof ScenarioErrors) return ["en", "zh"].map((lang) => error.format(lang as "en" | "zh"));
      throw error;
    }
    return [];
  };

  test.each([
    ["9", 9],
    ["9.5", 9.5],
    ["00:30", 0.5],
    ["'8:30'", 8.5],
    ["24:00", 24],
    ["9点半", 9.5],
  ])("from %s", (written, hour) => {
    expect(read(`windows: [{from: ${written}, to: 23, times: 2}]`).windows[0].from).toBe(hour);
  });

  test.each([
    ["8", 8],
    ["5.5", 5.5],
    ["UTC+8", 8],
    ["Asia/Shanghai", "Asia/Shanghai"],
  ])("zone %s", (written, zone) => {
    expect(read(`zone: ${written}, windows: [{from: 1, to: 2, times: 2}]`).zone).toBe(zone);
  });

  test.each(["00:20", "25:00", "9.25", "noon"])("refused, with what would do: %s", (written) => {
    const [en, zh] = refused(`windows: [{from: ${written}, to: 23, times: 2}]`);
    expect(en).toMatch(/on the hour or at half past/);
    expect(zh).toMatch(/整点或半点/);
  });

  test("a zone of no such name is refused, the nearest name told", () => {
    const [en, zh] = refused("zone: Asia/Shangai, windows: [{from: 1, to: 2, times: 2}]");
    expect(en).toContain("did you mean “Asia/Shanghai”?");
    expect(zh).toContain("Asia/Shanghai");
  });
});
