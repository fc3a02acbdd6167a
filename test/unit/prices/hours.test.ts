import { describe, expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { hoursText, readHours } from "../../../prices/hours.ts";
import { planOf } from "../../../prices/plan.ts";
import { previewOf } from "../../../prices/preview.ts";
import { readPrices } from "../../../prices/read.ts";
import { scenarioTextOf } from "../../../prices/scenario-text.ts";
import { library, libraryText } from "../../support/scenarios.ts";

/** “mon-fri” and the like, short enough to compare. */
const shown = (text: string, currency = "CNY") => {
  const read = readHours(text, currency);
  return read && read.windows.map((w) => hoursText(w, read.zone)).join("; ");
};
const WORKDAYS = "mon tue wed thu fri";

describe("hours of the week", () => {
  test.each([
    ["weekdays 9-12, 14-18 UTC+8", `${WORKDAYS} 9-12 UTC+8; ${WORKDAYS} 14-18 UTC+8`],
    ["周一至周五 9点到12点（北京时间）", `${WORKDAYS} 9-12 UTC+8`],
    ["工作日 9:00-12:00、14:00-18:00", `${WORKDAYS} 9-12 UTC+8; ${WORKDAYS} 14-18 UTC+8`],
    ["低谷 22:00-次日8:00", "daily 22-8 UTC+8"],
    ["Monday to Friday 9 to 17 UTC-5", `${WORKDAYS} 9-17 UTC-5`],
    ["weekends", "sat sun 0-24 UTC+8"],
    ["fri-mon 0-24", "fri sat sun mon 0-24 UTC+8"],
    ["00:30-16:30 UTC", "daily 0-16 UTC-0.5"],
  ])("%s", (text, read) => {
    expect(shown(text)).toBe(read);
    expect(shown(read)).toBe(read);
  });
  test("of no zone are Beijing's for yuan, and UTC for others", () => {
    expect(shown("9-12", "USD")).toBe("daily 9-12 UTC+0");
  });
  test("that are none, or not whole in any zone, are not guessed at", () => {
    for (const text of ["peak", "高峰", "9-25", "9-9", "00:30-16:00", "2026-10-01", "soon"])
      expect(shown(text)).toBeNull();
  });
});

const HEAD = "vendor,model,input,output,currency,date,hours,until,context_above";
const table = (...rows: string[]) => readPrices([HEAD, ...rows].join("\n"))!;
const left = (file: ReturnType<typeof table>) =>
  planOf(file, library("today")).skipped.map(({ at, why }) => `${at}: ${why.en}`);
const flash = (...rows: string[]) => {
  const file = table(...rows);
  const plan = planOf(file, library("today"));
  const { format, licence } = file;
  const asked = { id: "mine", base: "today", file: "p.csv", format, licence, alone: false };
  const { scenario } = readScenario(scenarioTextOf(plan, library("today"), asked), {
    file: "m.yaml",
    resolve: libraryText,
  });
  return { plan, file, product: scenario.vendors.tencent.products["hunyuan-flash"], events: scenario.events };
};

describe("prices of some hours and promotions", () => {
  test("become the tariff of the list that they differ from, wherever they stand in the file", () => {
    const { product, plan } = flash(
      "腾讯,Hy4 Flash,1,4,CNY,,工作日 9-12,,",
      "腾讯,Hy4 Flash,0.5,2,CNY,,,,",
      "腾讯,Hy4 Flash,0.25,1,CNY,,,2027-01-31,",
      "腾讯,Hy4 Flash,0.7,2.8,CNY,,,,32000",
    );
    expect(plan.skipped).toEqual([]);
    expect(product.price.input).toBeCloseTo(0.075, 12);
    expect(product.tariff).toMatchObject({
      hours: { zone: 8, windows: [{ from: 9, to: 12, price: { input: 0.15 } }] },
      promotions: [{ from: null, until: "2027-01-31", price: { input: 0.0375 } }],
      brackets: { steps: [{ above: 32_000, price: { output: 0.42 } }] },
    });
  });
  test("where every list has its hours, the rest of the week pays the one that says none, or off-peak", () => {
    const { file } = flash("腾讯,Hy4 Flash,1,4,CNY,,高峰,,", "腾讯,Hy4 Flash,0.5,2,CNY,,低谷 22:00-8:00,,");
    expect(file.rows.map((r) => [r.price.input, r.hours[0].price.input])).toEqual([[1, 0.5]]);
    const both = flash("腾讯,Hy4 Flash,1,4,CNY,,高峰 9-12,,", "腾讯,Hy4 Flash,0.5,2,CNY,,低谷 12-9,,").file;
    expect(both.rows.map((r) => [r.price.input, r.hours[0].price.input])).toEqual([[0.5, 1]]);
  });
  test("of a day within the run come as an event with its tariff", () => {
    const { events } = flash(
      "腾讯,Hy4 Flash,0.5,2,CNY,2027-02-01,,,",
      "腾讯,Hy4 Flash,1,4,CNY,2027-02-01,weekdays 9-18,,",
    );
    expect(events.at(-1)).toMatchObject({ date: "2027-02-01", kind: "tariff", tariff: { hours: { zone: 8 } } });
  });
  test("that change nothing but hours or promotions are no “as it is”", () => {
    const same = "腾讯,Hy4 Flash,0.5,2,CNY,,,,";
    expect(flash(same).plan.planned[0].does).toBe("same");
    expect(flash(same, "腾讯,Hy4 Flash,1,4,CNY,,9-12,,").plan.planned[0].does).toBe("opens");
  });
  test("that cannot be put to a list are named, each with why", () => {
    expect(
      left(
        table(
          "腾讯,Hy4 Flash,1,4,CNY,,9-12,,",
          "腾讯,Hy4,6,18,CNY,,,,",
          "腾讯,Hy4,9,18,CNY,,peak,,",
          "智谱,GLM-5.3,4,9,CNY,,,2027-01-01,",
          "腾讯,Hy4,5,15,CNY,,,2026-01-01,",
          "OpenAI,GPT-6 Luna,1,2,USD,,,,32000",
        ),
      ),
    ).toEqual([
      "2: a price of some hours without one for the others",
      "4: “peak” says no whole hours; like weekdays 9-12, 14-18 UTC+8",
      "5: a promotion whose list price is not in the file",
      "7: a step by length without its base price",
      "3: a promotion that ended on 2026-01-01, before the run begins",
    ]);
  });
  test("are counted in the preview, in both languages", () => {
    const { file, plan } = flash("腾讯,Hy4 Flash,0.5,2,CNY,,,,", '腾讯,Hy4 Flash,1,4,CNY,,"9-12, 14-18",,');
    expect(previewOf(file, plan, "en").rows[0][2]).toContain("2 windows of hours");
    expect(previewOf(file, plan, "zh").rows[0][2]).toContain("分时 2 段");
  });
});
