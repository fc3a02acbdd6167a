import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openApp, SMALL } from "../../support/page.ts";

/** Terms and traffic by forms alone, by what a reader sees; the editor shows the YAML that they make. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const WORDS = {
  "en-GB": {
    vendor: "Zhipu",
    segment: "Developers",
    promotion: "Add a promotion",
    until: "Announced end",
    end: "31 Aug 2024",
    commitment: "Add a commitment",
    median: "Median length",
    shape: "Shape of the day",
    halves: "Paint by half hours",
    zone: "Time zone",
    holiday: "Add a holiday",
    yaml: "Edit as YAML",
  },
  "zh-CN": {
    vendor: "智谱",
    segment: "开发者",
    promotion: "添加促销",
    until: "公布的截止日",
    end: "2024年8月31日",
    commitment: "添加承诺用量",
    median: "长度中位数",
    shape: "一天的形状",
    halves: "按半小时涂",
    zone: "时区",
    holiday: "添加节假日",
    yaml: "以 YAML 编辑",
  },
} as const;

const chip = (page: Page, name: string) => page.locator("aside").getByRole("button", { name, exact: true });

/** Puts a value into a field by keys alone. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

describe.each(Object.keys(WORDS) as (keyof typeof WORDS)[])("reading %s", (locale) => {
  const words = WORDS[locale];

  it("a promotion, committed use and a segment's traffic are set by keyboard, and stand in the editor", async () => {
    const { page, errors } = await openApp(browser, SMALL, { locale });
    await chip(page, words.vendor).press("Enter");
    await page.locator("[role=dialog] details.tariff summary").first().press("Enter");
    await page.getByRole("button", { name: words.promotion }).first().press("Enter");
    await type(page, words.until, words.end);
    await page.getByRole("button", { name: words.commitment }).first().press("Enter");
    await page.keyboard.press("Escape");
    await chip(page, words.segment).press("Enter");
    await type(page, words.median, "9000");
    await page.getByLabel(words.shape).selectOption("office");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: words.yaml }).press("Enter");
    const text = page.locator("[role=dialog] textarea").first();
    await expect.poll(() => text.inputValue()).toMatch(/until: 2024-08-31[^]*commitments:\s+- spend: 10000/);
    expect(await text.inputValue()).toMatch(/median: 9000[^]*shape: office/);
    expect(errors).toEqual([]);
  });

  it("half hours of a second product, their time zone and a holiday are painted by keyboard", async () => {
    const { page, errors } = await openApp(browser, SMALL, { locale });
    await chip(page, words.vendor).press("Enter");
    const forms = page.locator("[role=dialog] details.tariff");
    await forms.nth(0).locator("summary").press("Enter"); // its week must not take what the other's is told
    await forms.nth(1).locator("summary").press("Enter");
    const form = forms.nth(1);
    await form.getByLabel(words.halves).press("Space");
    await form.locator('.tariff-week button[tabindex="0"]').focus(); // Monday, 9:00
    for (const key of ["ArrowDown", "ArrowRight", "Space", "ArrowRight", "Space"]) await page.keyboard.press(key);
    const zone = form.getByLabel(words.zone, { exact: true });
    await zone.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Europe/Berlin");
    await page.keyboard.press("Enter");
    await form.getByRole("button", { name: words.holiday }).press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: words.yaml }).press("Enter");
    const text = page.locator("[role=dialog] textarea").first();
    await expect.poll(() => text.inputValue()).toMatch(/zone: Europe\/Berlin/);
    expect(await text.inputValue()).toMatch(/- tue\s+from: 9\.5\s+to: 10\.5\s+times: 2/);
    expect(await text.inputValue()).toMatch(/holidays:\s+- 2024-04-01/);
    expect(errors).toEqual([]);
  });
});
