import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, fingerprint, launch, openApp, SMALL, TENTH } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

/** What a person reads on the page, in either language. */
const WORDS = {
  "en-GB": {
    gained: "Who gained share?",
    price: "Entrant's price",
    moves: "Edit moves",
    product: "Product",
    add: "Add a price cut",
    close: "Close",
    share: "Copy link",
    plus: /\+\d/,
  },
  "zh-CN": {
    gained: "谁的份额涨了？",
    price: "入场价格",
    moves: "编辑调价",
    product: "产品",
    add: "新增一次降价",
    close: "关闭",
    share: "复制链接",
    plus: /\+\d/,
  },
} as const;

describe.each(Object.keys(WORDS) as (keyof typeof WORDS)[])("a newcomer reading %s", (locale) => {
  const words = WORDS[locale];

  it("sees who gained share, is led to the chart, and changes how deep the entrant's cut is", async () => {
    const { page } = await openApp(browser, SMALL, { locale });
    const first = await fingerprint(page);
    const answer = page.getByRole("button", { name: words.gained });
    expect(await answer.innerText()).toMatch(words.plus);
    await answer.click();
    expect(await page.evaluate(() => document.activeElement?.closest("section")?.id)).toBe("panel-lower");
    const title = await page.locator("h1").innerText();
    const slider = page.locator("aside").getByLabel(words.price, { exact: true });
    const box = (await slider.boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    await fingerprint(page, first);
    expect(await page.locator("h1").innerText()).not.toBe(title);
    expect(await page.locator(".changes").innerText()).toContain(words.price);
  });

  it("sees who gained and changes the entrant's cut by keyboard alone", async () => {
    const { page } = await openApp(browser, SMALL, { locale });
    const first = await fingerprint(page);
    await tabToName(page, words.gained);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("section")?.id)).toBe("panel-lower");
    const title = await page.locator("h1").innerText();
    await tabToName(page, words.price);
    for (let k = 0; k < 20; k++) await page.keyboard.press("ArrowRight");
    await fingerprint(page, first);
    await expect.poll(() => page.locator("h1").innerText()).not.toBe(title);
    expect(await page.locator(".changes").innerText()).toContain(words.price);
  });

  it("adds another vendor's price cut in week 20 and copies the link, by mouse", async () => {
    const { page } = await openApp(browser, TENTH, { locale, permissions: ["clipboard-read", "clipboard-write"] });
    const first = await fingerprint(page);
    await page.getByRole("button", { name: words.moves }).click();
    const form = page.getByRole("form", { name: words.add });
    await form.getByLabel(words.product).selectOption("moonshot.v1");
    await form.getByRole("button", { name: words.add }).click();
    const cut = await fingerprint(page, first);
    await page.getByRole("button", { name: words.close }).click();
    await expect.poll(() => page.url()).toContain("c=2024-08-19~moonshot.v1");
    await page.getByRole("button", { name: words.share }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openApp(browser, new URL(link).hash.slice(1), { locale });
    expect(await fingerprint(other.page)).toBe(cut);
    expect(await other.page.locator(".notice").count()).toBe(0); // the numbers are those that were shared
  });

  it("adds another vendor's price cut in week 20 and shares the link, by keyboard alone", async () => {
    const { page } = await openApp(browser, TENTH, { locale, permissions: ["clipboard-read", "clipboard-write"] });
    const first = await fingerprint(page);
    await tabToName(page, words.moves);
    await page.keyboard.press("Enter");
    await tabToName(page, words.product);
    await downTo(page, "moonshot.v1");
    await tabToName(page, words.add);
    await page.keyboard.press("Enter");
    const cut = await fingerprint(page, first);
    await expect.poll(() => page.url()).toContain("c=2024-08-19~moonshot.v1");
    await page.keyboard.press("Escape");
    await tabToName(page, words.share);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("c=2024-08-19~moonshot.v1");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openApp(browser, new URL(link).hash.slice(1), { locale });
    expect(await fingerprint(other.page)).toBe(cut);
  });
});

/** Presses the down key in a list until it stands at a value: names begin with vendors, in Chinese no key types. */
async function downTo(page: Page, value: string): Promise<void> {
  for (let k = 0; k < 100; k++) {
    if ((await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the down key never reaches “${value}”`);
}

/** Presses Tab until what has the focus is called so. */
async function tabToName(page: Page, name: string): Promise<void> {
  for (let k = 0; k < 150; k++) {
    await page.keyboard.press("Tab");
    const called = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return focused?.labels?.[0]?.textContent ?? focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
    });
    if (called.startsWith(name)) return;
  }
  throw new Error(`the Tab key never reaches “${name}”`);
}
