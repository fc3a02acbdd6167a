import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, fingerprint, launch, openApp, openPage, SMALL } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const field = (page: Page) => page.getByRole("dialog").locator("input.date").first();

describe("a date", () => {
  it("is said in the app's language and not the browser's, and moves by days with the arrows", async () => {
    const { page } = await openApp(browser, SMALL, { locale: "de-DE" });
    await page.getByRole("button", { name: "Edit moves" }).click();
    await field(page).waitFor();
    expect(await field(page).inputValue()).toMatch(/^\d\d? [A-Z][a-z]{2} 202[45]$/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "切换到中文" }).click();
    await page.getByRole("button", { name: "编辑调价" }).click();
    await field(page).fill("2024-08-31");
    await field(page).press("ArrowUp");
    expect(await field(page).inputValue()).toBe("2024年9月1日");
    await field(page).press("PageDown");
    expect(await field(page).inputValue()).toBe("2024年8月25日");
  });

  it("moves a price cut when typed in words, and is refused, and said to be, outside the run", async () => {
    const { page } = await openApp(browser, SMALL);
    const first = await fingerprint(page);
    await page.getByRole("button", { name: "Edit moves" }).click();
    const move = page.locator("table.moves input.date").first();
    await move.fill("1 May 1999");
    expect(await move.getAttribute("aria-invalid")).toBe("true");
    expect(await move.getAttribute("title")).toContain("1 Apr 2024");
    await move.press("Enter"); // not taken, and left to be mended
    expect(await move.inputValue()).toBe("1 May 1999");
    expect(await fingerprint(page)).toBe(first);
    await move.fill("Dec 2, 2024");
    expect(await move.getAttribute("aria-invalid")).toBe("false");
    await move.press("Enter");
    await fingerprint(page, first);
    expect(
      await page.locator("table.moves input.date").evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value)),
    ).toContain("2 Dec 2024");
  });

  it("bounds what the Drivers page explains, and stands in its address", async () => {
    const { page } = await openPage(browser, "drivers", "zh-CN", SMALL);
    const from = page.getByLabel("起始日", { exact: true });
    expect(await from.inputValue()).toBe("2024年4月1日");
    await from.fill("2024/5/20");
    await from.press("Enter");
    await expect.poll(() => page.url()).toContain("2024-05-20");
    expect(await from.inputValue()).toBe("2024年5月20日");
  });
});
