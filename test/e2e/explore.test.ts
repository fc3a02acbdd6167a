import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordingFingerprint } from "../../engine/index.ts";
import { closeAll, fingerprint, launch, openApp, SMALL, TENTH } from "../support/page.ts";
import { library, simulate } from "../support/scenarios.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser)); // a page left open keeps running replications
afterAll(() => browser.close());

const linesIn = (page: Page) =>
  page.locator("#panel-lower [data-line]").evaluateAll((paths) => paths.map((p) => p.getAttribute("d")).join());

describe("Explore", () => {
  it("opens on answers, three panels and no complaint", async () => {
    const { page, errors } = await openApp(browser);
    expect(await page.locator("h1").innerText()).toMatch(/List prices fell \d+%/);
    expect(await page.locator(".answers li").count()).toBe(5);
    expect(await page.locator("section.panel").count()).toBe(3);
    expect(await page.locator("#panel-lower table.gutter tbody tr").count()).toBeGreaterThan(7);
    expect(errors).toEqual([]);
  });

  it("gives the same numbers, bit for bit, as the engine in Node", async () => {
    const { page } = await openApp(browser, "s=giant-goes-free");
    expect(await fingerprint(page)).toBe(recordingFingerprint(simulate(library("giant-goes-free"))));
  });

  it("redraws while a slider moves, and states the difference against the baseline", async () => {
    const { page } = await openApp(browser, TENTH);
    const [before, lines] = [await fingerprint(page), await linesIn(page)];
    const slider = page.locator("aside").getByLabel("Reaction strength", { exact: true });
    const box = (await slider.boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.667, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, y, { steps: 5 });
    await expect.poll(() => linesIn(page), { timeout: 90_000 }).not.toBe(lines); // still holding the handle
    await page.mouse.move(box.x + 10, y, { steps: 3 });
    await page.mouse.up();
    expect(await fingerprint(page, before)).not.toBe(before);
    expect(await page.locator("h1").innerText()).toMatch(/ends with \d.*, not \d/);
    expect(await page.locator("[data-ghost]").count()).toBeGreaterThan(0);
  });

  it("moves a price cut where a hand drags it, later and deeper, as one step to undo", async () => {
    const { page } = await openApp(browser, TENTH);
    const before = await fingerprint(page);
    const point = page.locator('[data-point^="alibaba@2024-05-"]').first(); // its answer to the entry
    await point.scrollIntoViewIfNeeded(); // the strip may lie under the fold
    const box = (await point.locator("circle").boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + 104, box.y + 4, { steps: 4 });
    await page.mouse.move(box.x + 104, box.y + 34, { steps: 2 });
    expect(await page.locator(".live").innerText()).toMatch(/120 → 2\d\.\d, \d+ Jul/); // half its cut
    await page.mouse.up();
    await fingerprint(page, before);
    await expect.poll(() => page.url()).toMatch(/c=2024-07-\d\d~alibaba/);
    await page.keyboard.press("Control+z");
    await page.locator(`[data-fingerprint="${before}"]`).waitFor();
  });

  it("reproduces numbers from a link, in a fresh profile", async () => {
    const first = await openApp(browser, SMALL);
    const before = await fingerprint(first.page);
    await first.page.locator("aside").getByLabel("Reaction strength", { exact: true }).press("ArrowLeft");
    const edited = await fingerprint(first.page, before);
    await expect.poll(() => first.page.url()).toContain("l=strength");
    const second = await openApp(browser, new URL(first.page.url()).hash.slice(1));
    expect(await fingerprint(second.page)).toBe(edited);
  });

  it("keeps the state over a reload and undoes step by step", async () => {
    const { page } = await openApp(browser, `${SMALL}&l=entrant-price:4`);
    const four = await fingerprint(page);
    await page.reload();
    expect(await fingerprint(page)).toBe(four);
    await page.getByRole("button", { name: "Undo: Entrant's price" }).click();
    const plain = await fingerprint(page, four);
    await page.keyboard.press("Control+z");
    expect(await fingerprint(page, plain)).toBe(four);
  });

  it("says what it cannot read in a link, and runs all the same", async () => {
    const { page } = await openApp(browser, "s=nowhere&l=strength:x&frog=1");
    expect(await page.getByRole("alert").innerText()).toMatch(/nowhere|cannot be read/);
    expect(await page.locator("section.panel").count()).toBe(3);
  });

  it("speaks Chinese when asked, remembers it, and says so to screen readers", async () => {
    const { page } = await openApp(browser);
    await page.getByRole("button", { name: "切换到中文" }).click();
    expect(await page.locator("h1").innerText()).toMatch(/目录价跌了/);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator("#panel-lower").innerText()).toContain("字节");
    await page.reload();
    await fingerprint(page);
    expect(await page.locator("h1").innerText()).toMatch(/目录价跌了/);
  });

  it("shows any other measure from the menu of a panel's title", async () => {
    const { page } = await openApp(browser, SMALL);
    await page.getByRole("button", { name: /^Share of tokens/ }).click();
    expect(await page.getByRole("menuitemradio").count()).toBeGreaterThanOrEqual(25);
    await page.getByRole("menuitemradio", { name: "Cash" }).click();
    expect(await page.locator("#panel-lower h2").innerText()).toContain("Cash");
    expect(await page.locator("#panel-lower [data-line=deepseek]").count()).toBe(1);
  });
});
