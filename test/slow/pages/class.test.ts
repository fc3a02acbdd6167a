import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Room } from "../../../server/room.ts";
import { serveClass, type Served } from "../../../server/serve.ts";
import { CODE, KEY, memoryLog, opening, plan, sameRun } from "../../support/classroom.ts";
import { agedTo2020 } from "../../support/old-phone.ts";
import { closeAll, cutTexts, launch, violations } from "../../support/page.ts";

let [browser, served, room] = [null as unknown as Browser, null as unknown as Served, null as unknown as Room];
const timed = plan({ minutes: 3 });

beforeAll(async () => {
  browser = await launch();
  const events = [opening(timed)];
  const failed = (error: unknown) => expect.unreachable(String(error));
  room = new Room({ events, log: memoryLog(events), runner: sameRun(timed), now: Date.now, failed });
  const folder = join(import.meta.dirname, "../../../dist/class");
  const joinAt = (port: number) => `http://localhost:${port}/#${CODE}`;
  served = await serveClass({ room, folder, host: "127.0.0.1", port: 0, joinAt, download: async () => null });
});
afterEach(() => closeAll(browser));
afterAll(async () => {
  await served.close();
  await room.end();
  await browser.close();
});

it("a phone plays by keyboard, keeps its seat over a reload and cuts no text at 390 px", async () => {
  const at = `http://127.0.0.1:${served.port}/`;
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" })).newPage();
  await phone.goto(`${at}#${CODE}`);
  await phone.locator("form").waitFor();
  expect(await violations(phone)).toEqual([]);
  await phone.locator("input").nth(1).focus();
  await phone.keyboard.type("李雷");
  await phone.keyboard.press("Enter");
  await phone.locator(".who").waitFor();
  const board = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" })).newPage();
  await board.goto(`${at}board.html#${KEY}`);
  await board.getByText("1 joined").waitFor();
  expect(await board.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect(await violations(board)).toEqual([]);
  await board.getByRole("button", { name: "Start the game" }).press("Enter");
  await phone.getByText("目标：3 轮累计利润最高（一轮为一个季度）。").waitFor();
  const price = phone.getByRole("textbox", { name: /价格$/ });
  await price.fill("１,5"); // full-width digit, decimal comma
  await phone.keyboard.press("Enter");
  await board.getByText("Round 1 is over").waitFor();
  await phone.reload();
  await phone.locator("h1", { hasText: "第 1 轮的结果" }).waitFor();
  expect(await phone.locator("tr[data-own]").innerText()).toContain("琥珀");
  expect(await phone.locator(".figures").innerText()).toContain("第 1 轮利润");
  expect([await cutTexts(phone), await violations(phone)]).toEqual([[], []]);
  await board.getByRole("button", { name: "Projector view" }).click();
  await board.locator(".projector h1").waitFor();
  expect([await cutTexts(board), await violations(board)]).toEqual([[], []]);
  const { session } = room.state.markets[0];
  expect(session.nodes.at(-1)!.round.amber).toEqual({ prices: { p: { input: 1.5, output: 1.5 } } });
});

it("each window of a browser keeps its own seat over a reload, and one opened anew can take a seat back", async () => {
  const at = `http://127.0.0.1:${served.port}/`;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const joined = async (name: string) => {
    const page = await context.newPage();
    await page.goto(at);
    await page.getByLabel("Class code").fill(CODE);
    await page.getByLabel("Your nickname").fill(name);
    await page.getByRole("button", { name: "Join" }).click();
    await page.locator(".who").waitFor();
    return page;
  };
  const [first, second] = [await joined("First"), await joined("Second")];
  await first.reload();
  expect(await first.locator(".who").innerText()).toContain("First");
  await second.close();
  const anew = await context.newPage();
  await anew.goto(at);
  await anew.getByRole("button", { name: `Back to my seat in class ${CODE}` }).click();
  expect(await anew.locator(".who").innerText()).toContain("Second");
});

it("a phone of 2020 joins, plays a round and sees what it brought", async () => {
  const at = `http://127.0.0.1:${served.port}/`;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  await agedTo2020(context);
  const phone = await context.newPage();
  const errors: string[] = [];
  phone.on("pageerror", (error) => errors.push(String(error)));
  await phone.goto(`${at}#${CODE}`);
  await phone.getByLabel("Your nickname").fill("Old");
  await phone.getByRole("button", { name: "Join" }).click();
  await phone.locator(".who").waitFor();
  await room.order({ do: "next" });
  await phone.locator("form.decide button.primary").click();
  await phone.locator("output[data-done]").waitFor();
  await room.order({ do: "close" });
  await phone.locator(".figures").waitFor();
  expect(errors).toEqual([]);
});

it("the board and its results open to nobody without the key", async () => {
  const at = `http://127.0.0.1:${served.port}/`;
  const page = await browser.newPage();
  await page.goto(`${at}board.html#guess`);
  await page.getByRole("alert").waitFor();
  expect(await page.locator("button", { hasText: "Start" }).count()).toBe(0);
  expect((await fetch(`${at}results/class.csv?key=guess`)).status).toBe(403);
});
