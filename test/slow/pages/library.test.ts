import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprint, launch, openApp } from "../../support/page.ts";
import { library } from "../../support/scenarios.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const IDS = readdirSync(join(import.meta.dirname, "../../../scenarios/library")).map((file) => basename(file, ".yaml"));

/** A library scenario with few people: what can be drawn does not hang on how many there are. */
const light = (id: string) =>
  library(id).demand.kind === "mixed-logit" ? `s=${id}&p=${encodeURIComponent('{"demand.agents":500}')}` : `s=${id}`;

describe("every scenario of the library", () => {
  it("opens in Explore with lines on both charts, finite, and no complaint", async () => {
    const { page, errors } = await openApp(browser, light(IDS[0]));
    let last = "";
    for (const id of IDS) {
      await page.evaluate((hash) => void (location.hash = hash), light(id)); // as a link followed within the app
      last = await fingerprint(page, last);
      await expect
        .poll(() => page.locator("aside .picker button").first().innerText())
        .toContain(library(id).title.en.split(":")[0]);
      for (const panel of ["upper", "lower"])
        expect([id, panel, await page.locator(`#panel-${panel} [data-line]`).count()]).not.toEqual([id, panel, 0]);
      expect([id, await page.locator("main").innerHTML()]).not.toEqual([id, expect.stringMatching(/NaN|undefined/)]);
      expect(await page.locator("h1").innerText()).not.toContain("−");
      expect([id, errors]).toEqual([id, []]);
    }
  });
});
