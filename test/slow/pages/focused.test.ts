import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, cutTexts, launch, openPage, SMALL_DAILY, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const FOCUS = `${SMALL_DAILY}&o=vendors.zhipu.tokenShare@2024-12-31`;
const PAGES = ["explore", "compare", "uncertainty", "drivers", "report"] as const;

describe("a page with a focus set", () => {
  for (const name of PAGES)
    for (const locale of ["en-GB", "zh-CN"] as const)
      it(`has no cut word or axe violation at 1440 and 390 px, light and dark: ${name}, ${locale}`, async () => {
        const { page, errors } = await openPage(browser, name, locale, FOCUS);
        await page.locator(".focus-answer h2").first().waitFor({ timeout: 120_000 });
        for (const [width, height] of [
          [1440, 900],
          [390, 844],
        ]) {
          await page.setViewportSize({ width, height });
          await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          expect(await cutTexts(page)).toEqual([]);
          expect(await violations(page)).toEqual([]);
          await page.getByRole("button", { name: /Dark theme|Light theme|深色主题|浅色主题/ }).click();
        }
        expect(errors).toEqual([]);
      });
});
