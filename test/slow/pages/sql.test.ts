import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openPage, SMALL_DAILY, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("the SQL panel", () => {
  it("answers ready questions on a million rows, offline once it is open", async () => {
    const { page, errors } = await openPage(browser, "uncertainty", "en-GB", SMALL_DAILY);
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    const section = page.getByRole("region", { name: "Ask in SQL" });
    const open = section.getByRole("button", { name: /Open/ });
    await open.waitFor();
    expect(loaded.filter((url) => url.includes("/duckdb/"))).toEqual([]); // not before it is asked for
    await open.click();
    const ask = section.getByRole("button", { name: "Ask" });
    await ask.waitFor({ timeout: 120_000 });
    expect(loaded.every((url) => new URL(url).origin === new URL(page.url()).origin)).toBe(true);
    await page.context().setOffline(true);
    for (let question = 0; question < 5; question++) {
      await section.getByRole("button", { name: /Ready question/ }).click();
      await page.getByRole("option").nth(question).click();
      await ask.click();
      const told = section.locator("output").filter({ hasText: /rows in \d+ ms/ });
      await told.waitFor();
      const [, rows, total] = /(\d+) rows in \d+ ms, of (\d+)/.exec(await told.innerText())!.map(Number);
      expect(rows).toBeGreaterThan(0);
      expect(total).toBeGreaterThan(1_000_000);
    }
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Query").fill("SELECT * FROM read_csv('https://example.com/x.csv')");
    await ask.click();
    await section.getByRole("alert").waitFor(); // nothing leaves the page
    expect(errors).toEqual([]);
  });
});
