import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, policyViolations } from "../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it("a page that does what its policy forbids is noticed, in a frame too", async () => {
  const page = await browser.newPage();
  const headers = { "Content-Type": "text/html", "Content-Security-Policy": "script-src 'none'" };
  const body = (inside: string) => `<!doctype html><script>document.title = "ran"</script>${inside}`;
  await page.route("http://hostile.test/**", (route) =>
    route.fulfill({ headers, body: body(route.request().url().endsWith("/in") ? "" : '<iframe src="/in"></iframe>') }),
  );
  await page.goto("http://hostile.test/");
  const found: string[] = [];
  await expect.poll(() => found.push(...policyViolations())).toBe(2);
  expect(found.toSorted()).toEqual([
    expect.stringMatching(/^script-src\S* inline .*hostile\.test\/$/),
    expect.stringMatching(/^script-src\S* inline .*hostile\.test\/in$/),
  ]);
  expect(await page.title()).toBe("");
});
