import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Download, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openApp, violations } from "../../support/page.ts";
import { digest, reportFiles, withEnding } from "../../support/report-files.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

/** The report of the first test, for those after it. */
let built = new Map<string, Buffer>();

/** How many files a format is, where it is not one: charts, a table with its provenance beside it. */
const FILES: Readonly<Record<string, number>> = { svg: 2, csv: 2 };
const FORMATS = ["html", "md", "xlsx", "csv", "parquet", "svg"];

/** What a click on a format's button brings to disk. */
async function downloads(page: Page, format: string, count: number): Promise<Map<string, string>> {
  const got: Promise<[string, string]>[] = [];
  const listen = (d: Download) =>
    got.push(d.path().then((path) => [d.suggestedFilename(), digest(readFileSync(path))]));
  page.on("download", listen);
  await page.locator(`[data-format=${format}]`).click();
  await expect.poll(() => got.length, { timeout: 90_000 }).toBe(count);
  page.off("download", listen);
  return new Map(await Promise.all(got));
}

describe("the Report page", () => {
  it("shows the report as it prints, and gives the very bytes the command line gives, twice", async () => {
    const { page, errors } = await openApp(browser, "s=china-2024-history&b=china-2024", { acceptDownloads: true });
    await page.getByRole("link", { name: "Report" }).click();
    await page.getByText("5", { exact: true }).click();
    await page.frameLocator("iframe").getByText("Limits of the model").waitFor();
    expect(await violations(page)).toEqual([]);
    const args = ["china-2024-history", "china-2024", "-n", "5", "--lang", "en", "--format", FORMATS.join(",")];
    const files = await reportFiles(args);
    for (const round of [1, 2])
      for (const format of FORMATS)
        for (const [name, hash] of await downloads(page, format, FILES[format] ?? 1))
          expect([round, name, hash]).toEqual([round, name, digest(files.get(name) ?? Buffer.of())]);
    built = files; // the command line's own second time is in the tests of export
    expect(errors).toEqual([]);
  });

  it("makes a report of a scenario edited by hand, in Chinese, with sections of one's own choice", async () => {
    const { page } = await openApp(browser, "s=china-2024&l=entrant-price:4", { locale: "zh-CN" });
    await page.getByRole("link", { name: "报告" }).click();
    await page.getByText("5", { exact: true }).click();
    const paper = page.frameLocator("iframe");
    await paper.getByText("模型的局限").waitFor();
    await page.getByLabel("厂商损益").click();
    await paper.getByRole("heading", { name: "厂商损益" }).waitFor();
    await page.getByLabel("模型的局限").click();
    await paper.getByText("模型的局限").waitFor({ state: "detached" });
    expect(await paper.locator("#reproduction code").first().textContent()).toContain(".html");
  });
});

describe("an HTML report from disk", () => {
  it("asks for nothing, reads dates under the pointer, finds its own fingerprint again in under 5 s", async () => {
    const html = withEnding(built, ".html");
    expect(html.length).toBeLessThan(3e6);
    const path = join(mkdtempSync(join(tmpdir(), "pricewar-html-")), "report.html");
    writeFileSync(path, html);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (r) => asked.push(r.url()));
    await page.goto(pathToFileURL(path).href);
    await page.locator("[data-figure=prices] svg").hover({ position: { x: 300, y: 60 } });
    expect(await page.locator("[data-figure=prices] .readout").textContent()).toMatch(/\d{4} .*DeepSeek 1\.25/);
    await page.getByRole("button", { name: "Run again and verify" }).click();
    await page.locator("[data-verified=ok]").waitFor();
    const before = await page.locator("[data-figure=shares] svg").innerHTML();
    const lever = page.locator("[data-lever]").first();
    await lever.focus();
    await lever.press("End");
    await page.locator("[data-answers] dt").first().waitFor();
    expect(await page.locator("[data-figure=shares] svg").innerHTML()).not.toBe(before);
    await page.getByRole("button", { name: "Back to the report" }).click();
    expect(asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it("says so when its numbers were tampered with", async () => {
    const html = withEnding(
      await reportFiles(["china-2024", "-n", "2", "--agents", "500", "--lang", "en"]),
      ".html",
    ).toString();
    const [, fingerprint] = /"fingerprint":"(\w+)"/.exec(html)!;
    const path = join(mkdtempSync(join(tmpdir(), "pricewar-html-")), "report.html");
    writeFileSync(path, html.replace(`"fingerprint":"${fingerprint}"`, `"fingerprint":"0000000000000000"`));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.getByRole("button", { name: "Run again and verify" }).click();
    await page.locator("[data-verified=bad]").waitFor();
  });
});
