import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadScenario, measure, simulate } from "../../../cli/library.ts";
import { pricewar } from "../../support/cli.ts";
import { closeAll, launch, openPage, SMALL_DAILY, violations } from "../../support/page.ts";

const numberOf = (text: string): number => Number(text.replaceAll(",", ""));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("the SQL panel", () => {
  it("answers ready questions on a million rows, offline once it is open", async () => {
    const { page, errors } = await openPage(browser, "uncertainty", "en-GB", SMALL_DAILY);
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    const section = page.getByRole("region", { name: "Ask in SQL" });
    const open = section.getByRole("button", { name: /Open/ });
    await open.waitFor();
    expect(loaded.filter((url) => url.includes("/duckdb/"))).toEqual([]); // not before it is asked for
    await open.click();
    const ask = section.getByRole("button", { name: "Ask" });
    await ask.waitFor({ timeout: 120_000 });
    expect(loaded.every((url) => new URL(url).origin === new URL(page.url()).origin)).toBe(true);
    await page.context().setOffline(true);
    for (let question = 0; question < 5; question++) {
      await section.getByRole("button", { name: /Ready question/ }).click();
      await page.getByRole("option").nth(question).click();
      await ask.click();
      const told = section.locator("output").filter({ hasText: /rows, from/ });
      await told.waitFor();
      const [, rows, total] = /([\d,]+) rows, from ([\d,]+) in/.exec(await told.innerText())!.map(numberOf);
      expect(rows).toBeGreaterThan(0);
      expect(total).toBeGreaterThan(1_000_000);
    }
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Query").fill("SELECT * FROM read_csv('https://example.com/x.csv')");
    await ask.click();
    await section.getByRole("alert").waitFor(); // nothing leaves the page
    expect(errors).toEqual([]);
  });

  it("lies in a run folder as one file, which a browser without a network opens from the disk", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pricewar-sql-"));
    const small = ["--agents", "300", "--lang", "zh"];
    const { code } = await pricewar(["run", "china-2024", "--quiet", "--out", "one", ...small], { cwd: folder });
    expect(code).toBe(0);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().split(":")[0]));
    await page.goto(pathToFileURL(join(folder, "one/report.html")).href);
    await page.getByRole("link", { name: "用 SQL 查询这些数据" }).click();
    const ask = page.getByRole("button", { name: "查询", exact: true });
    await ask.waitFor({ timeout: 120_000 });
    for (let question = 0; question < 5; question++) {
      await page.getByRole("button", { name: /现成的问题/ }).click();
      await page.getByRole("option").nth(question).click();
      await ask.click();
      await page
        .locator("output")
        .filter({ hasText: /[1-9]\d* 行，取自/ })
        .waitFor();
    }
    expect(await violations(page)).toEqual([]);
    const path = "vendors.deepseek.tokenShare@2024-12-31";
    await page
      .getByLabel("查询语句")
      .fill("SELECT value FROM runs WHERE metric = 'tokenShare' AND id = 'deepseek' AND date = '2024-12-31'");
    await ask.click();
    const shown = page.getByRole("row").nth(1).getByRole("cell");
    const scenario = await loadScenario("china-2024", { set: { "demand.agents": 300 } });
    const [value] = measure(await simulate(scenario, { seed: 1 }), [path]).values;
    await expect.poll(() => shown.innerText()).toBe(String(Number(value.toPrecision(6)))); // the run's own number
    expect([...new Set(asked)].toSorted()).toEqual(["blob", "file"]);
    const left = await pricewar(["run", "china-2024", "--quiet", "--out", "two", "--no-sql", ...small], {
      cwd: folder,
    });
    expect([left.code, readdirSync(join(folder, "two")).filter((name) => name.includes("sql"))]).toEqual([0, []]);
    rmSync(folder, { recursive: true });
  });
});
