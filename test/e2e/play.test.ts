import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, cutTexts, launch, openPage, violations } from "../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const heading = (page: Page) => page.locator("main h1").innerText();
/** Goes to a control by its name, as a person without a mouse does, and types into it. */
async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

const WORDS = {
  "en-GB": {
    start: "Start the game",
    input: "Qwen-Plus, input price",
    first: "Quarter 1 of 4",
    second: "Quarter 2 of 4",
    over: "The game is over",
    news: "News of the quarter",
  },
  "zh-CN": {
    start: "开始",
    input: "通义千问-Plus，输入价",
    first: "第 1 季度，共 4 季",
    second: "第 2 季度，共 4 季",
    over: "对局结束",
    news: "本季动态",
  },
} as const;

describe("the Play page", () => {
  it.each(["en-GB", "zh-CN"] as const)("plays a short game alone by keyboard, in %s", async (locale) => {
    const { page, errors } = await openPage(browser, "play", locale);
    const say = WORDS[locale];
    const start = page.getByRole("button", { name: say.start });
    await expect.poll(() => start.isEnabled()).toBe(true);
    await start.focus();
    await page.keyboard.press("Enter");
    await page.getByLabel(say.input, { exact: true }).waitFor();
    expect(await heading(page)).toBe(say.first);
    await typeInto(page, say.input, "5");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: say.news }).waitFor();
    expect(await heading(page)).toBe(say.second);
    expect(await page.locator(".news").innerText()).toMatch(/-Plus.*20\.0.*→.*5\.00/);
    expect(await page.getByLabel(say.input, { exact: true }).inputValue()).toBe("5");
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await cutTexts(page)).toEqual([]);
    for (let k = 2; k <= 4; k++) {
      await page.locator(".decide").waitFor();
      await expect.poll(() => page.locator(".decide button[type=submit]").isEnabled()).toBe(true);
      await page.locator(".decide button[type=submit]").focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator(".round[aria-current]").innerText()).toContain(String(k));
    }
    await expect.poll(() => heading(page)).toBe(say.over);
    expect(errors).toEqual([]);
  });

  it("keeps a game over a reload, in the middle of it, and says so when the browser has no room for it", async () => {
    const { page } = await openPage(browser, "play");
    await page.locator("main button[type=submit]:enabled").click();
    await page.locator(".decide button[type=submit]:enabled").click();
    await expect.poll(() => heading(page)).toBe("Quarter 2 of 4");
    await page.reload();
    await page.locator(".decide").waitFor();
    expect(await heading(page)).toBe("Quarter 2 of 4");
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.locator(".decide button[type=submit]:enabled").click();
    await page.getByRole("alert").getByText("Save it as a file").waitFor();
    await expect.poll(() => heading(page)).toBe("Quarter 3 of 4");
  });

  it("has rules and a decision sheet that print without the rest of the page", async () => {
    const { page } = await openPage(browser, "play");
    await page.getByText("Rules and decision sheet, to print").click();
    await page.locator(".sheet-to-fill").waitFor();
    expect(await page.locator(".sheet-to-fill thead th").count()).toBe(5); // the row's name and four quarters
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".play-setup").isVisible()).toBe(false);
    expect(await page.locator(".handout ol").isVisible()).toBe(true);
  });
});
