import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, escape, launch, openApp, SMALL, TENTH, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

/** The page with its first answer; twenty runs are under way for it, or stopped where something else is asked. */
async function openDrivers({ goOn = false } = {}) {
  const { page, errors } = await openApp(browser, SMALL);
  await page.locator(".top nav a[href*='page=drivers']").click();
  await page.locator("#war svg[role=img]").waitFor();
  if (!goOn) await page.getByRole("button", { name: STOP }).click();
  return { page, errors };
}

const STOP = "Stop: What moved the price";
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe("the Drivers page", () => {
  it("opens with a first run, a verdict, a waterfall, the three ways and the war, without complaint", async () => {
    const { page, errors } = await openDrivers({ goOn: true });
    expect(await page.locator("h1").innerText()).toMatch(/in the first run|mean of \d+ runs|Verdict/);
    await expect
      .poll(() => page.locator("h1").innerText(), { timeout: 90_000 })
      .toMatch(/cost −[\d.]+,\s+margin [−+]?[\d.]+\.\s+Verdict: .+ of runs agree/);
    for (const id of ["waterfall", "ways", "positions", "war"])
      expect(await page.locator(`#${id} svg[role=img]`).count()).toBe(1);
    expect(await page.locator("#without").innerText()).toMatch(/how many times more runs it would take/);
    expect(errors).toEqual([]);
  });

  it("answers first from the runs other pages made, before one of its own is done", async () => {
    const { page } = await openApp(browser, SMALL);
    await page.locator(".top nav a[href*='page=drivers']").click();
    await page.locator("#waterfall svg[role=img]").waitFor();
    expect(await page.locator(".drivers-head").innerText()).toMatch(/From the runs at hand \(\d+\)[^]*0 of 20 runs/);
  });

  it("has no axe violation and no sideways scroll at 390 px, in either language and theme", async () => {
    const { page } = await openDrivers({ goOn: true });
    await page
      .locator("h1")
      .getByText(/Verdict: /)
      .first()
      .waitFor({ timeout: 120_000 }); // competition is priced first
    await page.getByRole("button", { name: STOP }).click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => wide(page)).toBe(390);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await page.getByRole("button", { name: "切换到中文" }).click();
    expect(await page.locator("h1").innerText()).toMatch(/其中成本 −[\d.]+，\s*毛利/);
    await expect.poll(() => wide(page)).toBe(390);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await violations(page)).toEqual([]);
  });

  it("stops at once when told to, and goes on from there", async () => {
    const { page } = await openDrivers({ goOn: true });
    await page.getByRole("button", { name: STOP }).click();
    const resume = page.getByRole("button", { name: /^(Go on|Work it out): What moved the price/ });
    await resume.waitFor();
    const title = await page.locator("h1").innerText();
    await page.waitForTimeout(700);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect(await page.locator(".drivers-head [role=progressbar]").count()).toBe(0);
    await resume.click();
    await page.locator(".drivers-head [role=progressbar]").waitFor();
  });

  it("answers from a link whether a vendor's cut was worth it, with the page's address kept", async () => {
    const { page } = await openApp(browser, SMALL);
    const url = new URL(page.url());
    await page.goto(`${url.origin}${url.pathname}?page=drivers&show=worth&of=baidu&to=2024-06-20${url.hash}`);
    await page.locator("#worth .two-by-two").waitFor();
    expect(await page.locator("#worth").innerText()).toMatch(
      /Baidu cuts[\s\S]*Can we afford to follow\?[\s\S]*tokens must rise|no volume/,
    );
    expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe("20 Jun 2024");
    await page.getByRole("button", { name: /^The average basket/ }).click();
    await page.getByRole("option", { name: "Baidu ERNIE Lite" }).click();
    await expect.poll(() => page.url()).toContain("about=baidu.ernie-lite");
    await page.locator("h1").getByText("ERNIE Lite").waitFor();
  });

  it("draws what the outcome hangs on: a bar a lever, for any of the outcomes", async () => {
    const { page, errors } = await openDrivers();
    await page.getByRole("button", { name: "Work it out: Sensitivity: what the outcome depends on" }).click();
    await page
      .getByRole("img", { name: /What moves fall of list prices: .*Entrant's price/ })
      .waitFor({ timeout: 90_000 });
    await page
      .locator("#swings")
      .getByRole("button", { name: /Outcome/ })
      .click();
    await page.getByRole("option").nth(1).click();
    await page.getByRole("img", { name: /What moves (?!fall of list prices).*: / }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("works a question out by keyboard alone, and shows paired differences", async () => {
    const { page } = await openDrivers();
    await page.getByRole("button", { name: "Work it out: What if it had not happened?" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#without table").waitFor();
    expect(await page.locator("#without tbody tr").count()).toBeGreaterThan(8);
  });
});

describe("why did this happen", () => {
  it("a click on a chart lists the week's decisions, the rules that fired, the flows between products", async () => {
    const { page, errors } = await openApp(browser); // in full: few people, few flows
    await clickOn(page, "#panel-lower", "2024-05-23");
    const sheet = page.getByRole("dialog");
    await sheet.getByText("17 May 2024 to 23 May 2024").waitFor();
    expect(await sheet.innerText()).toMatch(/Answer the headline: .+ had posted a lower price/);
    expect(await sheet.locator("svg path title").count()).toBeGreaterThan(5);
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole("button", { name: "The week before" }).click();
    await sheet.getByText("10 May 2024 to 16 May 2024").waitFor();
    expect(errors).toEqual([]);
  });

  it("so does Enter on a chart, and W anywhere; Escape leads back", async () => {
    const { page } = await openApp(browser, TENTH, { locale: "zh-CN" });
    await page.locator("#panel-upper [data-chart]").focus();
    await page.keyboard.press("Home");
    for (let k = 0; k < 7; k++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText("2024年5月14日至2024年5月20日").waitFor();
    await escape(page);
    await page.keyboard.press("w");
    await page.getByRole("dialog").getByText("决策与触发的规则").waitFor();
  });

  it("a click on a chart's strip asks too, and a double click still adds a price cut", async () => {
    const { page } = await openApp(browser, SMALL);
    await clickOn(page, "#panel-moves", "2024-06-10", 2);
    await expect.poll(() => page.url()).toContain("c=2024-06");
    await page.waitForTimeout(500);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await clickOn(page, "#panel-moves", "2024-06-24");
    await page.getByRole("dialog").waitFor();
  });
});

/** Clicks where a date lies on a panel. */
async function clickOn(page: Page, panel: string, date: string, clickCount = 1): Promise<void> {
  const slider = page.locator(`${panel} [data-chart]`);
  const box = (await slider.boundingBox())!;
  const day = (iso: string) => Date.parse(iso) / 86_400_000;
  const [first, last] = [day("2024-04-01"), day("2025-06-30")];
  await page.mouse.click(box.x + (box.width * (day(date) - first)) / (last - first), box.y + 8, { clickCount });
}

describe("lines of theory", () => {
  it("come on request, from a worker, for the run shown, again after a change; so does the profit gain", async () => {
    const { page, errors } = await openApp(browser, SMALL);
    await page.getByRole("button", { name: "Theory" }).click();
    // Known without solving anything.
    expect(await page.locator("#panel-upper [data-line='theory:cost']").count()).toBe(1);
    await page.locator("#panel-upper [data-line='theory:nash']").waitFor();
    const before = await page.locator("[data-line='theory:nash']").getAttribute("d");
    await page.locator("aside").getByLabel("Unit cost level", { exact: true }).press("ArrowRight");
    await expect
      .poll(
        () =>
          page
            .locator("[data-line='theory:nash']")
            .getAttribute("d")
            .catch(() => before),
        { timeout: 90_000 },
      )
      .not.toBe(before);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Share of tokens/ }).click();
    await page.getByRole("menuitemradio", { name: "Profit gain Δ" }).click();
    await page.locator("#panel-lower [data-line]").first().waitFor();
    expect(errors).toEqual([]);
  });
});
