import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, fingerprint, launch, openApp } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("when things go wrong, the app", () => {
  it("says that a worker died, keeps the last good run, and runs again when asked", async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    await context.addInitScript(() => {
      const workers: Worker[] = [];
      Object.assign(window, { workers });
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers.push(this);
        }
      };
    });
    const { page } = await openApp(context);
    const first = await fingerprint(page);
    const lines = page.locator("#panel-lower [data-line]");
    const drawn = await lines.count();
    await page.evaluate(() => {
      const { workers } = window as unknown as { workers: Worker[] };
      const kill = () => workers.forEach((w) => w.dispatchEvent(new ErrorEvent("error", { message: "out of memory" })));
      Object.assign(window, { killing: setInterval(kill, 30) }); // some time in the run that follows
    });
    await page.locator("aside").getByLabel("Reaction strength", { exact: true }).press("ArrowLeft");
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("out of memory");
    await page.evaluate(() => clearInterval((window as unknown as { killing: number }).killing));
    expect(await lines.count()).toBe(drawn);
    await page.getByRole("button", { name: "Run again" }).click();
    await fingerprint(page, first);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("works on when the browser stores nothing, and says that only the link keeps the changes", async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    const { page, errors } = await openApp(context);
    const first = await fingerprint(page);
    await page.locator("aside").getByLabel("反应力度", { exact: true }).press("ArrowLeft");
    await fingerprint(page, first);
    await expect.poll(() => page.locator(".notice").innerText()).toContain("请复制链接");
    expect(page.url()).toContain("strength");
    expect(errors).toEqual([]);
  });

  it("goes back to the scenario before, and says when a link was made by another version", async () => {
    const { page } = await openApp(browser, "s=china-2024&l=entrant-price:4&v=0.0.1");
    expect(await page.locator(".notice").innerText()).toMatch(/version 0\.0\.1/);
    const first = await fingerprint(page);
    await page.locator("aside .picker button").first().click();
    await page.getByRole("option", { name: /No trigger/ }).click();
    const other = await fingerprint(page, first);
    await expect.poll(() => page.url()).toContain("s=no-trigger");
    await page.goBack();
    expect(await fingerprint(page, other)).toBe(first);
    expect(page.url()).toContain("entrant-price:4");
  });

  it("shows what is wrong with a scenario next to its text, keeps the last good run until it is right", async () => {
    const { page } = await openApp(browser);
    const first = await fingerprint(page);
    await page.getByRole("button", { name: "Edit as YAML" }).click();
    const area = page.getByLabel("Scenario text");
    const text = await area.inputValue();
    await area.fill(text.replace("strategies:", "strategeis:"));
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/line \d+, column \d+[^]*strategies/);
    expect(await page.getByRole("button", { name: "Run this scenario" }).isDisabled()).toBe(true);
    await area.fill(text.replace("strength: {value: 1,", "strength: {value: 0,"));
    await page.getByRole("button", { name: "Run this scenario" }).click();
    await page.keyboard.press("Escape");
    const own = await fingerprint(page, first);
    await page.reload();
    expect(await fingerprint(page)).toBe(own);
  });
});
