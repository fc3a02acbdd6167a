import type { Browser, BrowserContext } from "playwright";
import { inject, afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, fingerprint, launch } from "../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const fresh = (): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", serviceWorkers: "block" });

describe("the first picture", () => {
  it("is that of the build, before any worker runs, and says so; the run made here tells the same", async () => {
    const context = await fresh();
    let release = () => {};
    const held = new Promise<void>((go) => (release = go));
    await context.route(/worker-browser[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(inject("address"));
    const footer = page.locator(".reproduction");
    await expect.poll(() => footer.innerText()).toContain("as run when this app was built");
    const lines = page.locator("#panel-lower [data-line]");
    const [answer, drawn] = [await page.locator("h1").innerText(), await lines.count()];
    expect(drawn).toBeGreaterThan(5);
    expect(await footer.getAttribute("data-fingerprint")).toBeNull();
    release();
    await fingerprint(page);
    expect(await page.locator("h1").innerText()).toBe(answer);
    expect(await lines.count()).toBe(drawn);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("is held against the run made here: a browser that computes other numbers is told of", async () => {
    const context = await fresh();
    await context.route(/first-run[^/]*\.js/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/(fingerprint[\\]?":[\\]?")[0-9a-f]{4}/, "$1beef");
      await route.fulfill({ response, body });
    });
    const page = await context.newPage();
    await page.goto(inject("address"));
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/computes other numbers .*, not beef/);
  });

  it("may fail to arrive: the page waits for its own run", async () => {
    const context = await fresh();
    await context.route(/first-run[^/]*\.js/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(inject("address"));
    await fingerprint(page);
    expect(await page.locator("#panel-lower [data-line]").count()).toBeGreaterThan(5);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("of an edited session is its own: nothing of the build is shown", async () => {
    const context = await fresh();
    await context.route(/worker-browser[^/]*\.js/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${inject("address")}#s=china-2024&l=strength:0.4`);
    await expect.poll(() => page.getByRole("alert").count()).toBe(1);
    expect(await page.locator(".reproduction").count()).toBe(0);
  });
});
