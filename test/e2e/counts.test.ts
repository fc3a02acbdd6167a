import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { prepare, stepsCounted } from "../../bench/app/counting.ts";
import { closeAll, fingerprint, launch } from "../support/page.ts";

const MOVES = 4;
const BAND = 1; // a lever that moves few prices

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("a lever that moves", () => {
  it("is answered by few runs, and writes to what changes: not to every mark of the page", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    await prepare(page);
    await page.goto(inject("address"));
    await fingerprint(page);
    const counts = await stepsCounted(page, BAND, MOVES);
    expect(counts.runs / MOVES).toBeLessThanOrEqual(6); // a preview, its whole run, small ones to hold against
    expect(counts.nodes / MOVES).toBeLessThan(250); // 366 where a preview is drawn from a small run alone
    expect(counts.added / MOVES).toBeLessThan(100); // 213
    expect(counts.layouts / MOVES).toBeLessThan(12);
  });
});
