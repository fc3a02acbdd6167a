import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openApp, TENTH, violations } from "../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("the Model page", () => {
  it("is reached from the header, kept over reload, and back leads to the charts", async () => {
    const { page, errors } = await openApp(browser, `${TENTH}&l=entrant-price:4`);
    await page.getByRole("link", { name: "Model" }).click();
    await page.getByRole("heading", { name: "The model, and how far to trust it" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "The model, and how far to trust it" }).waitFor();
    expect(page.url()).toContain("entrant-price:4");
    expect(await page.locator(".equation math").count()).toBe(5);
    expect(await page.locator(".loop li").allInnerTexts()).toHaveLength(5);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(demand|costs?|vendors|strategies)\.[a-z*]/i);
    expect(await violations(page)).toEqual([]);
    const cut = await page
      .locator(".table-scroll")
      .evaluateAll((all) => all.filter((at) => at.scrollWidth > at.clientWidth).map((at) => at.ariaLabel));
    expect(cut).toEqual([]); // every table has room for its last column
    await page.getByRole("link", { name: "Explore" }).click();
    await page.getByText("Entrant's price").first().waitFor();
    expect(errors).toEqual([]);
  });

  it("recomputes published results in the browser, and none fails", async () => {
    const { page } = await openApp(browser, TENTH, { locale: "zh-CN" });
    await page.getByRole("link", { name: "模型" }).click();
    const table = page.getByRole("region", { name: "与已发表的结果对照" }).locator("tbody");
    await table.getByText("通过").nth(8).waitFor();
    expect(await table.getByText("未通过").count()).toBe(0);
  });
});
