import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, openApp, openPage, SMALL } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const finished = (page: Page) =>
  expect.poll(() => page.locator(".progress").first().innerText(), { timeout: 60_000 }).toMatch(/20 of 20/);

describe("what is not known", () => {
  it("changes what the Uncertainty page says, is remembered on Explore, and is said beside its bands", async () => {
    const { page, errors } = await openPage(browser, "uncertainty", "en-GB", SMALL);
    await page.getByRole("radio", { name: "20", exact: true }).click();
    await finished(page);
    const luck = await page.locator("main h1").innerText();
    await page.getByRole("radio", { name: "chance and what is not known" }).click();
    await finished(page);
    await expect.poll(() => page.locator("main h1").innerText()).not.toBe(luck);
    const explore = await openApp(page.context(), SMALL);
    await expect
      .poll(() => explore.page.locator("main").innerText(), { timeout: 60_000 })
      .toContain("over chance and what is not known");
    expect([...errors, ...explore.errors]).toEqual([]);
  });

  it("is not offered where nobody has drawn it", async () => {
    const { page } = await openPage(browser, "uncertainty", "en-GB", "s=textbook-logit");
    await page.locator(".progress").first().waitFor();
    expect(await page.getByRole("radio", { name: "chance and what is not known" }).count()).toBe(0);
  });
});
