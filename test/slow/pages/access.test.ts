import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PAGES, UNLISTED } from "../../../ui/store/page-names.ts";
import {
  closeAll,
  cutTexts,
  escape,
  fingerprint,
  launch,
  openApp,
  openPage,
  SMALL,
  SMALL_DAILY,
  violations,
} from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser)); // a page left open keeps running replications
afterAll(() => browser.close());

const EDITED = `${SMALL}&l=entrant-price:4&c=2024-08-19~alibaba.qwen-plus~2~6`;

/** What a page shows last of what it shows unasked; a title where nothing has to be waited for. */
const SHOWN: Readonly<Record<string, string>> = {
  compare: ".trend svg",
  uncertainty: ".trend svg",
  drivers: "#war svg[role=img]",
  report: ".paper iframe",
};

describe("access", () => {
  it("has no axe violation, light or dark, English or Chinese", async () => {
    const { page } = await openApp(browser, EDITED);
    for (const turn of ["Dark theme", "切换到中文", "浅色主题"]) {
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: turn }).click();
    }
    expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
    expect(await violations(page)).toEqual([]);
  });

  it("has no axe violation with a menu, a table, a form or the editor open", async () => {
    const { page } = await openApp(browser, SMALL);
    await page.getByRole("button", { name: /^List price/ }).click();
    expect(await violations(page)).toEqual([]);
    await escape(page);
    await page.getByRole("button", { name: "Edit moves" }).click();
    expect(await violations(page)).toEqual([]);
    await escape(page);
    await page.locator("aside").getByRole("button", { name: "Baidu" }).click();
    expect(await violations(page)).toEqual([]);
    await escape(page);
    await page.getByRole("button", { name: "Edit as YAML" }).click();
    await page.getByLabel("Scenario text").fill("id: Frog");
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  for (const locale of ["en-GB", "zh-CN"] as const) {
    it(`fits 390 px without sideways scroll or cut text (${locale})`, async () => {
      const { page } = await openApp(browser, EDITED, {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        locale,
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await cutTexts(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
    });
  }

  for (const name of [...PAGES.slice(1), ...UNLISTED]) {
    it(`has no axe violation and fits 390 px on the ${name} page, in either theme`, async () => {
      const compared = name === "compare" || name === "report";
      const { page, errors } = await openPage(browser, name, "zh-CN", compared ? SMALL_DAILY : SMALL);
      await page
        .locator(SHOWN[name] ?? "main h1")
        .first()
        .waitFor({ timeout: 90_000 });
      // The gallery's numbers are in its source.
      if (name !== "gallery") expect(await chartsWithoutTable(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "深色主题" }).click();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await violations(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await page.getByRole("button", { name: "EN: switch to English" }).click();
      await page.locator("html[lang=en]").waitFor();
      await page
        .locator(SHOWN[name] ?? "main h1")
        .first()
        .waitFor({ timeout: 90_000 });
      expect(await cutTexts(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  }

  it("has a summary in words and a table of numbers for each chart of Explore", async () => {
    const { page } = await openApp(browser, EDITED, { locale: "zh-CN" });
    expect(await page.locator("main svg[role=img]").count()).toBeGreaterThanOrEqual(2);
    expect(await chartsWithoutTable(page)).toEqual([]);
  });

  it("closes a dialog by Escape though the focus has fallen to the page", async () => {
    const { page } = await openApp(browser, SMALL);
    await page.getByRole("button", { name: "Edit moves" }).click();
    await page.getByRole("dialog").waitFor();
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
    );
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("moves a slider, reads a chart and edits a price move by keyboard alone", async () => {
    const { page } = await openApp(browser, SMALL);
    const first = await fingerprint(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // skip to the charts
    await page.keyboard.press("Home");
    expect(await page.locator("#panel-lower .gutter-head").innerText()).toContain("1 Apr");
    await tabTo(page, "[data-point]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const second = await fingerprint(page, first);
    await tabTo(page, "aside .lever input");
    await page.keyboard.press("ArrowRight");
    const third = await fingerprint(page, second);
    await page.keyboard.press("Control+z");
    expect(await fingerprint(page, third)).toBe(second);
    await page.keyboard.press("Control+z");
    expect(await fingerprint(page, second)).toBe(first);
  });
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}

/**
 * Charts that are not told in words, or have neither a table nor a button for one in the
 * section or figure they stand in.
 */
const chartsWithoutTable = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("main svg[role=img]")].flatMap((chart) => {
      const words = chart.getAttribute("aria-label") ?? "";
      const place = chart.closest("section, figure");
      const found = place?.querySelector("table, button[aria-label*='数据表']");
      return found && words.length > 3 ? [] : [`${place?.id} ${words || "without words"}`];
    }),
  );
