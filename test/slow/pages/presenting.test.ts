import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openApp, SMALL, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("Explore for others", () => {
  it("guides through the first minute once, and remembers that it was put away", async () => {
    const { page } = await openApp(browser, SMALL);
    const strip = page.getByRole("complementary", { name: "The first minute" });
    await strip.getByText("1 of 5").waitFor();
    await strip.getByRole("button", { name: "Next" }).click();
    await strip.getByText("2 of 5").waitFor();
    await strip.getByRole("button", { name: "Do not show again" }).click();
    expect(await strip.count()).toBe(0);
    await page.reload();
    await page.locator("[data-fingerprint]").waitFor();
    expect(await strip.count()).toBe(0);
  });

  it("carries a note at a day of the charts in its link", async () => {
    const { page, errors } = await openApp(browser, SMALL);
    await page.keyboard.press("w");
    await page.getByLabel(/^Note on the charts/).fill("Here it turned");
    await page.getByRole("button", { name: "Write it on the charts" }).click();
    await page.locator("#panel-upper svg text", { hasText: "Here it turned" }).waitFor();
    await expect.poll(() => page.url()).toContain("Here+it+turned");
    await page.reload();
    await page.locator("#panel-upper svg text", { hasText: "Here it turned" }).waitFor();
    expect(errors).toEqual([]);
  });

  it("is larger and without tools in the presenter's view, by one key", async () => {
    const { page } = await openApp(browser, SMALL);
    const height = () => page.locator("main h1").evaluate((h) => h.getBoundingClientRect().height);
    const before = await height();
    await page.keyboard.press("f");
    await expect.poll(height).toBeGreaterThan(before * 1.2);
    expect(await page.locator("aside.levers").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Copy link" }).isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Leave the presenter's view" }).click();
    await expect.poll(height).toBe(before);
  });

  it("prints as a page, without navigation and sliders; the levers are two steps away by keyboard", async () => {
    const { page } = await openApp(browser, SMALL);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.matches("aside.levers .lever input"))).toBe(true);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".top", "aside.levers", ".focus-pickers", "aside.first-minute"])
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    expect(await page.locator("main h1").isVisible()).toBe(true);
  });
});
