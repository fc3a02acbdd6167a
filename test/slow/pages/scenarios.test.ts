import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, escape, fingerprint, launch, openApp, SMALL, TENTH, violations } from "../../support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("scenarios of one's own", () => {
  it("are kept under a name, outlive a reload, and come back from an exported file with the same numbers", async () => {
    const { page, errors } = await openApp(browser, `${SMALL}&l=entrant-price:4`);
    const edited = await fingerprint(page);
    await page.getByRole("button", { name: "All scenarios" }).click();
    await page.getByLabel("Scenario name").fill("Dear entrant");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Kept in this browser.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "All scenarios" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export Dear entrant as YAML" }).click();
    const file = await (await download).path();
    await page.getByRole("button", { name: "Delete Dear entrant" }).click();
    await page.getByText("Deleted Dear entrant.").waitFor();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import YAML" }).click();
    await (
      await chooser
    ).setFiles({
      name: "mine.yaml",
      mimeType: "text/yaml",
      buffer: await import("node:fs").then((fs) => fs.readFileSync(file)),
    });
    await page.getByRole("button", { name: "Open Dear entrant" }).click();
    await expect.poll(() => page.url()).toContain("s=own");
    await page.locator(`[data-fingerprint="${edited}"]`).waitFor();
    expect(errors).toEqual([]);
  });

  it("come of a price list: a preview that says what was left out, then the market with those prices", async () => {
    const { page, errors } = await openApp(browser, SMALL);
    await page.getByRole("button", { name: "All scenarios" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import YAML or prices" }).click();
    const text =
      "厂商,模型,输入（元/百万token）,输出（元/百万token）\n深度求索,DeepSeek-V4.1-Flash,0.5,2\n腾讯,Hy4,面议,";
    const buffer = Buffer.from(text);
    await (await chooser).setFiles({ name: "prices.csv", mimeType: "text/csv", buffer });
    await page.locator(".price-preview").getByText("deepseek.v4-flash").waitFor();
    expect(await page.locator(".left-out").innerText()).toContain("腾讯 Hy4 (3)");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Open as a scenario" }).click();
    await expect.poll(() => page.url()).toMatch(/s=own.*b=today/);
    await page.getByRole("button", { name: "All scenarios" }).click();
    await page.getByRole("button", { name: "DeepSeek halves again", exact: true }).click();
    await expect.poll(() => page.url()).toMatch(/s=today.*next-move/);
    expect(errors).toEqual([]);
  });

  it("shows each scenario with its question and a picture; a click makes it the baseline, another swaps", async () => {
    const { page } = await openApp(browser, SMALL, { locale: "zh-CN" });
    await page.getByRole("button", { name: "全部情景" }).click();
    await expect.poll(() => page.locator(".library svg").count(), { timeout: 90_000 }).toBeGreaterThan(12);
    await page.getByRole("button", { name: /设为基准：没有导火索/ }).click();
    await escape(page);
    await expect.poll(() => page.url()).toContain("b=no-trigger");
    await page.getByRole("button", { name: "互换情景与基准" }).click();
    await expect.poll(() => page.url()).toMatch(/s=no-trigger.*b=china-2024/);
  });

  it("a shared link says when the numbers have moved since, and nothing when they have not", async () => {
    const { page } = await openApp(browser, SMALL);
    const now = await fingerprint(page);
    const same = await openApp(browser, `${SMALL}&v=0.0.1&f=${now.slice(0, 12)}`);
    expect(await same.page.locator(".notice").count()).toBe(0);
    const moved = await openApp(browser, `${SMALL}&v=0.0.1&f=000000000000`);
    await expect.poll(() => moved.page.locator(".notice").innerText()).toMatch(/numbers have moved.*0\.0\.1/);
  });

  it("offers on a right click what can be done with a point, and does it", async () => {
    const { page } = await openApp(browser, TENTH);
    const before = await fingerprint(page);
    const id = await page.locator('[data-point^="alibaba@2024-05-"]').first().getAttribute("data-point");
    const point = page.locator(`[data-point="${id}"]`);
    await point.locator("circle").click({ button: "right" });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await fingerprint(page, before);
    await expect.poll(() => point.count()).toBe(0);
  });
});
