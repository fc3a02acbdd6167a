import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openPage, SMALL_DAILY } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

/** What a chart's button gives away, drawn: the specification, and how many marks Vega makes of it. */
async function taken(page: Page, button: number): Promise<{ spec: TopLevelSpec; svg: string }> {
  await page
    .getByRole("button", { name: /^Data table/ })
    .nth(button)
    .click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download Vega-Lite" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.vl\.json$/);
  const spec = JSON.parse(readFileSync(await download.path(), "utf8")) as TopLevelSpec;
  await page.keyboard.press("Escape");
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return { spec, svg };
}

describe("a chart as Vega-Lite", () => {
  it.each([
    ["explore", 3],
    ["drivers", 4],
    ["uncertainty", 2],
    ["compare", 1],
  ])("is given by the charts of %s, and Vega draws what is given", async (name, least) => {
    const { page, errors } = await openPage(browser, name, "en-GB", SMALL_DAILY);
    const buttons = page.getByRole("button", { name: /^Data table/ });
    await expect.poll(() => buttons.count(), { timeout: 120_000 }).toBeGreaterThanOrEqual(least);
    for (let button = 0; button < (await buttons.count()); button++) {
      const { spec, svg } = await taken(page, button);
      expect(svg).toMatch(/<path|<rect/);
      const { pricewar } = (spec as unknown as { usermeta: { pricewar: { link: string } } }).usermeta;
      expect(pricewar.link).toContain("http"); // which makes the chart again
    }
    expect(errors).toEqual([]);
  });
});
