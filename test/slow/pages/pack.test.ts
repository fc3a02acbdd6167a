import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pricewar } from "../../support/cli.ts";
import { agedTo2020 } from "../../support/old-phone.ts";
import { closeAll, cutTexts, launch, violations } from "../../support/page.ts";

let [browser, folder] = [null as unknown as Browser, ""];
beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "pricewar-pack-"));
});
afterEach(() => closeAll(browser));
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function packed(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await pricewar(["pack", ...words, "--json"], { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]);
  return join(folder, JSON.parse(stdout).file);
}

const again = join(import.meta.dirname, "../../../node_modules/scorm-again/dist");

/** A learning platform: scorm-again's interface in the outer page, the package in a frame. */
async function play(file: string, edition: "scorm12" | "scorm2004"): Promise<{ page: Page; inside: FrameLocator }> {
  const files = unzipSync(readFileSync(file));
  const [script, make, name] =
    edition === "scorm12" ? ["scorm12.js", "Scorm12API", "API"] : ["scorm2004.js", "Scorm2004API", "API_1484_11"];
  const outer = `<!doctype html><script src="/player.js"></script>
    <script>window.${name} = new ${make}({ autocommit: false, logLevel: 5 });</script>
    <iframe src="/package/index.html" style="width:100%;height:900px"></iframe>`;
  const server = createServer(({ url = "/" }, response) => {
    if (url === "/player.js") return response.end(readFileSync(join(again, script)));
    const inner = files[url.replace("/package/", "")];
    response.setHeader("Content-Type", "text/html");
    response.end(inner ? Buffer.from(inner) : outer);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const page = await browser.newPage();
  page.once("close", () => server.close());
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { page, inside: page.frameLocator("iframe") };
}

const value = (page: Page, name: string) =>
  page.evaluate((of) => {
    const w = window as unknown as Record<string, { LMSGetValue?(n: string): string; GetValue?(n: string): string }>;
    return w.API?.LMSGetValue?.(of) ?? w.API_1484_11?.GetValue?.(of);
  }, name);

/** Predicts flat, runs, and takes the choice of that place. */
async function takeLesson(inside: FrameLocator | Page, choice: number): Promise<void> {
  await inside.locator(".run-line .primary").click();
  await inside.locator(".check label").nth(choice).click();
}

async function playBertrand(inside: FrameLocator | Page): Promise<void> {
  for (let round = 1; round <= 8; round++) {
    await inside.locator("h1", { hasText: `Round ${round} of 8` }).waitFor();
    await inside.locator("form.decide .price-row button").first().click();
    await inside.locator("form.decide button.primary").click();
  }
  await inside.locator("output", { hasText: "of 100" }).waitFor();
}

describe("a package", () => {
  it("of a lesson tells SCORM 1.2 that it is complete, with a score", async () => {
    const { page, inside } = await play(await packed("why-undercut", "--format", "scorm12"), "scorm12");
    await inside.locator("h1").waitFor();
    expect(await value(page, "cmi.core.lesson_status")).toBe("incomplete");
    const lesson = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../../dist/solo/lessons/01-why-undercut.json"), "utf8"),
    );
    const right = lesson.words.en.check.choices.findIndex((c: { right: boolean }) => c.right);
    await takeLesson(inside, (right + 1) % 3);
    await expect.poll(() => value(page, "cmi.core.lesson_status")).toBe("completed");
    expect(await value(page, "cmi.core.score.raw")).toBe("50");
    await inside.locator(".check label").nth(right).click();
    await expect.poll(() => value(page, "cmi.core.score.raw")).toBe("100");
  });

  it("of a game tells SCORM 2004 that it is complete, with a score and whether it passed", async () => {
    const { page, inside } = await play(await packed("bertrand", "--format", "scorm2004"), "scorm2004");
    await playBertrand(inside);
    await expect.poll(() => value(page, "cmi.completion_status")).toBe("completed");
    const scaled = Number(await value(page, "cmi.score.scaled"));
    expect(scaled).toBeGreaterThan(0);
    expect(await value(page, "cmi.success_status")).toBe(scaled >= 0.5 ? "passed" : "failed");
  });

  it("as one file works from a disk, keeps what was done, and asks the network for nothing", async () => {
    const file = pathToFileURL(await packed("bertrand")).href;
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (r) => asked.push(r.url()));
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(file);
    await page.locator("form.decide button.primary").click();
    await page.locator("h1", { hasText: "Round 2 of 8" }).waitFor();
    await page.reload();
    await page.locator("h1", { hasText: "Round 2 of 8" }).waitFor();
    await page.locator("form.decide").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, "[null]")));
    await page.reload();
    await page.locator("h1", { hasText: "Round 1 of 8" }).waitFor(); // what was kept is no game any more
    expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("of a game says who one is, against whom and what for, and which price is which product's", async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" })).newPage();
    await page.goto(pathToFileURL(await packed("may-2024", "--out", "may.html")).href);
    await page.locator("form.decide").waitFor();
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/You are Zhipu\s+Bots play ByteDance, Alibaba/);
    expect(text).toContain("Aim: the most profit over 4 rounds of a quarter each.");
    expect(text).not.toMatch(/talk|Profit so far/);
    expect(await page.locator("tr.product[data-own]").allInnerTexts()).toEqual(["GLM-4\t100", "GLM-3-Turbo\t5.00"]);
    const tops = () =>
      page
        .locator(".price-row")
        .first()
        .locator("button, input")
        .evaluateAll((all) => all.map((x) => Math.round(x.getBoundingClientRect().top)));
    await page.locator("input").nth(1).fill("-1");
    await page.getByText("A number from 0 to").waitFor();
    expect(new Set(await tops()).size).toBe(1);
    expect(await cutTexts(page)).toEqual([]);
    await page.locator("input").nth(1).fill("30");
    await page.locator("form.decide button.primary").click();
    await page.getByText("Profit, round 1").waitFor();
    expect(await page.locator("main").innerText()).toMatch(/Profit so far/);
  });

  it("of a game with people runs on a phone of 2020", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await agedTo2020(context);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(await packed("switching-costs", "--game", "--out", "old.html")).href);
    await page.locator("form.decide button.primary").click();
    await page.locator("h1", { hasText: "Round 2 of" }).waitFor();
    await page.locator(".figures").waitFor();
    await page.goto(pathToFileURL(await packed("pass-through", "--out", "lesson.html")).href);
    await takeLesson(page, 0);
    expect(errors).toEqual([]);
  });

  it("sends statements to the store its launch address names", async () => {
    const statements: { verb: { id: string }; result?: { score: { raw: number } } }[] = [];
    const cross = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };
    const server = createServer((request: IncomingMessage, response) => {
      let body = "";
      request.on("data", (chunk) => (body += String(chunk)));
      request.on("end", () => {
        if (request.method === "POST") statements.push(JSON.parse(body));
        response.writeHead(200, cross).end("[]");
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`;
    const actor = JSON.stringify({ mbox: "mailto:ann@example.org" });
    const page = await browser.newPage();
    const query = new URLSearchParams({ endpoint, auth: "Basic eDp5", actor });
    await page.goto(`${pathToFileURL(await packed("where-it-ends")).href}?${query}`);
    await takeLesson(page, 0);
    await expect.poll(() => statements.map((s) => s.verb.id.split("/").at(-1))).toEqual(["initialized", "completed"]);
    expect([50, 100]).toContain(statements[1].result?.score.raw);
    server.close();
  });
});
