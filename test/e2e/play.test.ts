import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openPage, violations } from "../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const heading = (page: Page) => page.locator("main h1").innerText();
/** Tabs to a control by its name, as a person without a mouse does, and types into it. */
async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

const WORDS = {
  "en-GB": { start: "Start the game", input: "GLM-4, input price", first: "Quarter 1 of 4", second: "Quarter 2 of 4", over: "The game is over", item: "Revenue", news: "News of the quarter" },
  "zh-CN": { start: "开始", input: "GLM-4，输入价", first: "第 1 季度，共 4 季", second: "第 2 季度，共 4 季", over: "对局结束", item: "收入", news: "本季动态" },
} as const; // prettier-ignore

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
    await typeInto(page, say.input, "20");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: say.news }).waitFor();
    expect(await heading(page)).toBe(say.second);
    expect(await page.locator(".news").innerText()).toMatch(/GLM-4.*100.*→.*20/);
    expect(await page.getByLabel(say.input, { exact: true }).inputValue()).toBe("20");
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

  it("keeps a game over a reload, in the middle of it", async () => {
    const { page } = await openPage(browser, "play");
    await page.locator("main button[type=submit]:enabled").click();
    await page.locator(".decide button[type=submit]:enabled").click();
    await expect.poll(() => heading(page)).toBe("Quarter 2 of 4");
    await page.reload();
    await page.locator(".decide").waitFor();
    expect(await heading(page)).toBe("Quarter 2 of 4");
  });

  it("hides what a team enters until all are in, and has no axe violation and no sideways scroll at 390 px", async () => {
    const { page } = await openPage(browser, "play");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: "Teams, one screen" }).click();
    await page.locator("main button[type=submit]:enabled").click();
    for (let team = 0; team < 2; team++) {
      await page.locator(".curtain .primary").click();
      expect(await page.locator(".decide input[type=password]").count()).toBeGreaterThan(3);
      expect(await page.locator(".decide input[type=text]").count()).toBe(0);
      await page.locator(".decide fieldset button").first().click();
      await page.locator(".decide button[type=submit]:enabled").click();
      if (team === 0) expect(await heading(page)).toBe("Quarter 1 of 4");
    }
    await expect.poll(() => heading(page)).toBe("Quarter 2 of 4");
    await page.locator(".ranking").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
  });
});
