import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fewPeople, localeOf, makePaper, TASKS } from "../../../bench/app/board-tasks.ts";
import { closeAll, launch, openApp } from "../../support/page.ts";

/** From a question to a board paper, by what a reader sees, each from a fresh page. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const MOST = 12; // actions

/** The preview as a browser prints it. */
async function printed(page: Page): Promise<string[]> {
  const html = (await page.locator("iframe").getAttribute("srcdoc"))!;
  const paper_ = await page.context().newPage();
  await paper_.setContent(html);
  const pdf = await paper_.pdf({ preferCSSPageSize: true, printBackground: true });
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let k = 1; k <= document.numPages; k++) {
    const { items } = await (await document.getPage(k)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages;
}

/** Without spaces and quotes. Fonts draw some characters by a variant's glyph, which is what a PDF then says. */
const squeezed = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s“”‘’]/g, "")
    .replaceAll("戶", "户");

describe.each(["en", "zh"] as const)("from a question to a paper of two pages (%s)", (lang) => {
  it.each(TASKS[lang])("$who $what, in at most twelve actions", async (task) => {
    const { page } = await openApp(browser, await fewPeople(version), { locale: localeOf(lang) });
    expect(await makePaper(page, lang, task)).toBeLessThanOrEqual(MOST);
    const h2 = await page.locator(".focus-answer h2").innerText();
    expect(h2).toMatch(task.finding);
    const pages = await printed(page);
    expect(pages).toHaveLength(2);
    const text = squeezed(pages.join(""));
    expect(text).toContain(squeezed(h2)); // the paper says what the page says
    expect(text).toContain(squeezed(lang === "en" ? "against China 2024 with few people" : "China 2024（人数少）"));
    expect(text).not.toMatch(/NaN|undefined/);
  });
});
