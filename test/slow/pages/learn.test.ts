import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { closeAll, cutTexts, launch, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const WORDS = {
  "en-GB": {
    firm: "A",
    title: "Why undercutting pays",
    list: "Learn: how price wars work",
    run: "Run the model",
    numbers: "Type numbers instead",
    without: "Were tastes further apart",
    shown: /What pays is not the cut but the rival's users/,
    explain: "Explain",
    compare: "Compare",
    off: /Your? .*line is .* from the run|average your line is/,
    right: "Right.",
    open: "Open in Explore",
    teachers: "For teachers: plans, answers, handout",
    pairs: "You are B",
    answer: "Almost all from B",
    handout: "Print the handout",
    dark: "Dark theme",
  },
  "zh-CN": {
    firm: "甲",
    title: "为什么降价抢客划算",
    list: "学习：价格战是怎么回事",
    run: "运行模型",
    numbers: "改为填数字",
    without: "如果偏好差异更大",
    shown: /划算的不是降价本身，而是对手的用户/,
    explain: "解释",
    compare: "对照",
    off: /平均相差/,
    right: "答对了。",
    open: "在“探索”中打开",
    teachers: "教师用：教案、答案、讲义",
    pairs: "你是乙",
    answer: "几乎全部来自乙",
    handout: "打印讲义",
    dark: "深色主题",
  },
} as const;

type Locale = keyof typeof WORDS;
const LESSON = "01-why-undercut";

async function visit(locale: Locale, lesson: string | null, width = 1440): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${inject("address")}?page=learn${lesson === null ? "" : `&lesson=${lesson}`}`);
  await page.locator("main h1").waitFor();
  return { page, errors };
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let k = 0; k < 60; k++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}

const values = (page: Page) =>
  page.getByRole("slider").evaluateAll((all) => all.map((e) => Number(e.getAttribute("aria-valuenow"))));

describe.each(Object.keys(WORDS) as Locale[])("a lesson in %s", (locale) => {
  const words = WORDS[locale];

  it("is found in the list and done by keyboard alone: drawn, run, compared, answered", async () => {
    const { page, errors } = await visit(locale, null);
    expect(await page.locator("h1").innerText()).toBe(words.list);
    await tabTo(page, ".lessons a");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: words.title }).waitFor();
    expect(page.url()).toContain(`lesson=${LESSON}`);
    await page.getByRole("slider").first().waitFor();
    const flat = await values(page);
    await tabTo(page, "[role=slider]");
    for (let k = 0; k < 3; k++) await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const drawn = await values(page);
    expect(drawn[0]).toBeCloseTo(flat[0] + 300, 6);
    expect(drawn[1]).toBeCloseTo(flat[1] - 20, 6);
    expect(drawn.slice(2)).toEqual(flat.slice(2));
    expect(await page.getByRole("heading", { name: words.explain }).count()).toBe(0);
    await tabTo(page, ".button.primary");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: words.explain }).waitFor();
    expect(await page.locator(".compared").innerText()).toMatch(words.off);
    expect(await page.locator(".prediction").count()).toBe(1);
    const claims = await page.locator(".claims tbody tr").allInnerTexts();
    expect(claims).toHaveLength(3); // its share and its rival's profit are on no chart
    expect(claims[0]).toContain("88%");
    await tabTo(page, ".without button");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.without);
    await page.keyboard.press("Enter");
    await page.getByText(words.shown).waitFor();
    expect(await page.locator(".prediction").count()).toBe(2);
    await tabTo(page, "[type=radio]");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.getByText(words.right, { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it("opens from a link, keeps what was drawn and answered, has no axe violation in either theme", async () => {
    const { page, errors } = await visit(locale, LESSON);
    const canvas = page.locator(".drawing");
    await page.getByRole("slider").first().waitFor();
    const box = (await canvas.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 100, { steps: 12 });
    await page.mouse.up();
    const drawn = await values(page);
    expect(new Set(drawn).size).toBeGreaterThan(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: words.run }).click();
    await page.getByRole("button", { name: words.without }).click();
    await page.getByText(words.shown).waitFor();
    await page.getByRole("radio").nth(1).click({ force: true });
    await page.reload();
    await page.getByRole("heading", { name: words.compare }).waitFor();
    expect(await values(page)).toEqual(drawn);
    await page.getByText(words.shown).waitFor();
    await page.getByText(words.right, { exact: true }).waitFor();
    await page.getByRole("button", { name: words.dark }).click();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("has a plan by the minute for teachers, and a handout that prints without answers", async () => {
    const { page, errors } = await visit(locale, null);
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole("link", { name: words.teachers }).click();
    await page.getByRole("link", { name: words.title }).click();
    await page.locator(".plan tbody tr").first().waitFor();
    const minutes = async () => (await page.locator(".plan tbody th").allInnerTexts()).at(-1);
    expect(await minutes()).toMatch(/–50$/);
    await page.getByRole("radio").last().click({ force: true });
    expect(await minutes()).toMatch(/–90$/);
    await page.locator(".handout-paper svg[role=img]").waitFor();
    expect(await page.getByText(words.answer).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: words.dark }).click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await cutTexts(page)).toEqual([]);
    await page.getByRole("button", { name: words.handout }).click();
    await page.emulateMedia({ media: "print" });
    const paper = await page.locator("main").innerText();
    expect(paper).toContain(words.title);
    expect(paper).not.toContain(words.answer);
    expect(paper).not.toContain(words.pairs);
    expect(errors).toEqual([]);
  });

  it("fits 390 px before and after the run, numbers and list too", async () => {
    const { page } = await visit(locale, null, 390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("link", { name: words.title }).click();
    await page.getByRole("button", { name: words.numbers }).click();
    await page.locator(".numbers input").first().fill("500");
    await page.keyboard.press("Enter");
    expect((await values(page))[0]).toBe(500);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("button", { name: words.run }).click();
    await page.getByRole("button", { name: words.without }).click();
    await page.getByText(words.shown).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await cutTexts(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it("opens its scenario in Explore", async () => {
    const { page, errors } = await visit(locale, LESSON);
    await page.getByRole("button", { name: words.open }).click();
    await expect.poll(() => page.url()).toContain("s=own");
    await page.locator("#panel-lower").getByText(words.firm).first().waitFor();
    expect(errors).toEqual([]);
  });
});

describe("the Learn page", () => {
  it("says so when a browser keeps nothing, and goes on working", async () => {
    const { page } = await visit("en-GB", LESSON);
    await page.getByRole("slider").first().waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.getByRole("slider").first().press("ArrowUp");
    await page.getByRole("alert").getByText("keeps nothing more").waitFor();
    await page.getByRole("button", { name: "Run the model" }).click();
    await page.getByRole("heading", { name: "Explain" }).waitFor();
  });

  it("says that a lesson does not exist, with the list below", async () => {
    const { page } = await visit("en-GB", "99-nothing");
    await page.getByRole("alert").getByText("There is no lesson “99-nothing”.").waitFor();
    await page.getByRole("link", { name: "Why undercutting pays" }).waitFor();
  });
});
