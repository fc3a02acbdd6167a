import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openPage, TENTH, violations, watchShift } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const progress = (page: Page, k = 0) => page.locator(".progress").nth(k).innerText();

const DESIGN = `scenario: china-2024
method: grid
agents: 300
weeks: 12
parameters:
  - {lever: strength, range: [0.5, 1.5], points: 3}
outputs: [headline.priceFall, market.hhi]
`;

describe("the Uncertainty page", () => {
  it("shows a fan, the spread on a date, and odds with their own error", async () => {
    const { page, errors } = await openPage(browser, "uncertainty", "en-GB", TENTH);
    await page.getByRole("radio", { name: "20", exact: true }).click();
    await page.getByRole("heading", { name: /in nine runs of ten ByteDance's share of tokens lies between/ }).waitFor();
    const shift = await watchShift(page);
    await expect.poll(() => progress(page), { timeout: 90_000 }).toBe("20 of 20 runs");
    // The chart shows what the title says.
    await page.locator("figure.trend b", { hasText: "ByteDance's share of tokens" }).waitFor();
    expect(await page.locator("table.odds tbody tr").first().innerText()).toMatch(/DeepSeek\s+\d+% \(\d/);
    await page.getByRole("slider", { name: "Date looked at" }).press("Home");
    await page.getByRole("heading", { name: "Odds on 1 Apr 2024" }).waitFor();
    expect(await shift()).toBeLessThan(0.05);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("answers a question of one's own from the runs that are there", async () => {
    const { page } = await openPage(browser, "uncertainty", "zh-CN", TENTH);
    await page.getByRole("radio", { name: "20", exact: true }).click();
    await expect.poll(() => progress(page), { timeout: 90_000 }).toContain("20/20");
    const field = page.getByRole("textbox", { name: /阈值/ });
    await field.fill("0.01");
    await field.press("Enter");
    await expect.poll(() => page.locator(".ask output").innerText()).toMatch(/成立的概率 100% \(8\d% – 100%\)/);
  });

  it("runs a design file, stops at once, and says in place what is wrong with one", async () => {
    const { page, errors } = await openPage(browser, "uncertainty", "en-GB", TENTH);
    await page.getByRole("button", { name: "Write or open a design" }).click();
    const area = page.getByLabel("Design text");
    await area.fill(DESIGN.replace("method: grid", "method: gird"));
    await expect
      .poll(() => page.locator(".design [role=alert]").innerText())
      .toMatch(/line 2, column 9[^]*did you mean “grid”/);
    expect(await page.getByRole("button", { name: "Run this design" }).isDisabled()).toBe(true);
    await area.fill(DESIGN);
    await page.getByRole("button", { name: "Run this design" }).click();
    await expect.poll(() => progress(page, 1), { timeout: 90_000 }).toBe("3 of 3 runs");
    await page.locator("figure.trend b", { hasText: "Fall of list prices against Reaction strength" }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByText("Runs, one a row").click();
    await page.getByRole("button", { name: "Download all rows (CSV)" }).click();
    expect((await download).suggestedFilename()).toBe("runs.csv");
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
