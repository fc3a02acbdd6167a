import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openPage, violations, watchShift } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const doneOf = (page: Page) => page.locator(".progress").first().innerText();

describe("the Compare page", () => {
  it("streams paired runs in, names winners, and draws differences with their bands", async () => {
    const { page, errors } = await openPage(browser, "compare");
    const shift = await watchShift(page);
    await page.getByRole("radio", { name: "10", exact: true }).click();
    await page.locator("h1", { hasText: "in “China 2024”" }).waitFor();
    await expect.poll(() => doneOf(page), { timeout: 90_000 }).toBe("20 of 20 runs");
    const rows = page.locator("table.outcomes tbody tr");
    expect(await rows.filter({ hasText: "Price index" }).innerText()).toMatch(
      /★\s+best\s+0\.\d+[^]*\+0\.\d+ \[\+0\.\d+, \+0\.\d+\][^]*A, by 0\.\d+/,
    );
    await page.getByRole("radio", { name: "Differences" }).click();
    const figure = page.locator("figure.trend").first();
    expect(await figure.locator("path[fill-opacity='0.13']").count()).toBeGreaterThan(5);
    expect(await shift()).toBeLessThan(0.05);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("keeps what is there when stopped, and goes on where it stopped", async () => {
    const { page } = await openPage(browser, "compare");
    await page.getByRole("radio", { name: "100" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    const goOn = page.getByRole("button", { name: "Go on" });
    await goOn.waitFor();
    const before = Number.parseInt(await doneOf(page), 10);
    await page.waitForTimeout(600);
    expect(Number.parseInt(await doneOf(page), 10)).toBe(before); // nothing runs on behind
    await goOn.click();
    await expect.poll(async () => Number.parseInt(await doneOf(page), 10), { timeout: 90_000 }).toBeGreaterThan(before);
  });

  it("refuses other days by name, warns of runs that are not paired, takes up to six, and remembers them", async () => {
    const { page } = await openPage(browser, "compare", "zh-CN");
    for (let k = 0; k < 4; k++) await page.getByRole("button", { name: /添加情景/ }).click();
    expect(await page.locator(".arm").count()).toBe(6);
    expect(await page.getByRole("button", { name: /添加情景/ }).count()).toBe(0);
    const choose = async (title: RegExp) => {
      await page.locator(".arm .picker button").nth(5).click();
      await page.getByRole("option", { name: title }).first().click();
    };
    const alert = () => page.getByRole("alert").first().innerText();
    await choose(/全球/);
    await expect.poll(alert).toMatch(/只有日期相同才能对比/);
    await choose(/B 端与 C 端/);
    await expect.poll(alert).toMatch(/差异不是成对的/);
    await page.reload();
    await expect.poll(() => page.locator(".arm").count()).toBe(6);
  });
});
