import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { WebSocket } from "ws";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BoardView } from "../../engine/class/index.ts";
import { readLog } from "../../server/log.ts";
import { main, pricewarProcess } from "../support/cli.ts";
import { Client } from "../support/class-client.ts";
import { launch } from "../support/page.ts";

const [PHONES, PAGES, ROUNDS, MARKETS] = [48, 12, 8, 15];
/** People do not press at once [ms]. */
const SPREAD = 3000;
const PORT = 4391;
const LOG = "class.jsonl";

let [folder, browser, server] = ["", null as unknown as Browser, null as ChildProcess | null];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-sixty-"));
  browser = await launch();
});
afterAll(async () => {
  server?.kill("SIGKILL");
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly join: string;
  readonly board: string;
  readonly code: string;
}

function start(...words: string[]): Promise<Opened> {
  const child = spawn(process.execPath, [main, "class", ...words, "--json", "--port", String(PORT)], { cwd: folder });
  server = child;
  child.stderr.on("data", (text) => process.stderr.write(String(text)));
  return new Promise((opened, failed) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += String(chunk);
      if (text.includes("\n")) opened(JSON.parse(text));
    });
    child.once("exit", (code) => failed(new Error(`ended with ${code}`)));
  });
}

/** The teacher's line: what is on the board, and orders. */
function boardOf(opened: Opened): { view(): BoardView | null; ask(what: string): void; end(): void } {
  let [view, socket, ended] = [null as BoardView | null, null as WebSocket | null, false];
  const connect = () => {
    const line = (socket = new WebSocket(`${opened.join.split("#")[0].replace(/^http/, "ws")}ws`));
    line.on("open", () => line.send(JSON.stringify({ say: "board", key: opened.board.split("#")[1] })));
    line.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.say === "board") view = message.view;
    });
    line.on("error", () => {});
    line.on("close", () => ended || setTimeout(connect, 200));
  };
  connect();
  return {
    view: () => view,
    ask: (what) => socket?.send(JSON.stringify({ say: "order", id: 1, order: { do: what } })),
    end: () => ((ended = true), socket?.terminate()),
  };
}

async function until(done: () => boolean, what: string, seconds = 120): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  while (!done()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

async function openPage(at: string, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.goto(at);
  await page.locator("input").nth(1).fill(name);
  await page.locator("button.primary").click();
  await page.locator(".who").waitFor();
  return page;
}

/** Hands in on a real page, and says how long it took to be told so [ms]. */
async function handIn(page: Page): Promise<number> {
  await page.locator("form.decide .price-row button").first().click();
  return page.evaluate(async () => {
    const since = performance.now();
    document.querySelector<HTMLButtonElement>("form.decide button.primary")!.click();
    const told = () => document.querySelector("output[data-done]") ?? !document.querySelector("form.decide");
    while (!told()) await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - since;
  });
}

/** Decides as soon as the phone shows the round: one that has just come back does not yet. */
function press(client: Client, price: number): void {
  if (client.turn > 0) client.decide(price);
  else setTimeout(() => press(client, price), 50);
}

const p95 = (x: readonly number[]): number => x.toSorted((a, b) => a - b)[Math.floor(0.95 * (x.length - 1))];

/** The most memory the server has had [MB]; 0 where the system does not say. */
function peak(): number {
  try {
    const status = readFileSync(`/proc/${server!.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return 0;
  }
}

it("sixty phones join and play eight rounds, through a server killed in the middle, and the log replays", async () => {
  const words = ["switching-costs", "--markets", String(MARKETS), "--minutes", "0", "--rounds", String(ROUNDS)];
  const opened = await start(...words, "--log", LOG);
  const at = opened.join.split("#")[0];
  const board = boardOf(opened);
  const began = performance.now();
  const clients = Array.from({ length: PHONES }, (_, k) => new Client(at, opened.code, `Phone-${k}`));
  const pages = await Promise.all(Array.from({ length: PAGES }, (_, k) => openPage(opened.join, `Page-${k}`)));
  await until(() => clients.every((c) => c.view !== null), "everybody to join");
  const joined = performance.now() - began;
  const pageWaits: number[] = [];
  const rounds: number[] = [];
  let highest = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    await until(() => board.view()?.markets.every((m) => m.digest !== null) === true, `round ${round} to be ready`);
    board.ask("next");
    await until(() => clients.every((c) => c.turn > 0), "the round to open");
    await Promise.all(pages.map((page) => page.locator("form.decide").waitFor()));
    const early = round === 3 ? clients.slice(0, 20) : [];
    early.forEach((c, k) => c.decide(5 + k / 10));
    if (round === 3) {
      await until(() => early.every((c) => c.idle), "the early ones");
      server!.removeAllListeners("exit");
      server!.kill("SIGKILL");
      await start("--resume", LOG);
      await until(() => board.view()?.markets.every((m) => m.digest !== null) === true, "the server to be back");
    }
    clients
      .filter((c) => !early.includes(c))
      .forEach((c, k) => setTimeout(() => press(c, 5 + k / 10 - round / 5), (SPREAD * k) / PHONES));
    const told = await Promise.all(pages.map(handIn));
    if (round !== 3) pageWaits.push(...told);
    await until(() => clients.every((c) => c.waits.length >= round), `everybody to decide in round ${round}`);
    const shut = performance.now();
    const phase = round === ROUNDS ? "over" : "results";
    await until(() => board.view()?.phase === phase && board.view()!.round === round, `round ${round} to close`);
    await until(() => board.view()!.markets.every((m) => m.digest?.rounds === round), "the markets to run");
    rounds.push(performance.now() - shut);
    highest = Math.max(highest, peak());
  }
  const waits = clients.flatMap((c) => c.waits);
  const fingerprints = board.view()!.markets.map((m) => m.digest!.fingerprint);
  process.stderr.write(
    `joined in ${(joined / 1000).toFixed(1)} s; decision to confirmation p95 ${p95(waits).toFixed(0)} ms on sockets, ` +
      `${p95(pageWaits).toFixed(0)} ms on pages; decisions to all results p95 ${p95(rounds).toFixed(0)} ms; ` +
      `server at most ${highest.toFixed(0)} MB\n`,
  );
  board.end();
  for (const c of clients) c.end();
  server!.removeAllListeners("exit");
  server!.kill("SIGKILL");
  const { events } = readLog(join(folder, LOG));
  const decisions = events.filter((e) => e.kind === "decide");
  for (const c of clients)
    for (const [turn, price] of c.confirmed)
      expect([c.confirmed.size, turn > 0, decisions.some((d) => d.decisions.prices?.main?.input === price)]).toEqual([
        ROUNDS,
        true,
        true,
      ]);
  const replay = await pricewarProcess(["class", "--resume", LOG, "--results", "class.csv", "--json"], { cwd: folder });
  expect(JSON.parse(replay.stdout).fingerprints).toEqual(fingerprints);
  const rows = readFileSync(join(folder, "class.csv"), "utf8").trim().split("\r\n");
  expect(rows.length).toBe(1 + MARKETS * 4 * ROUNDS);
  expect(highest).toBeLessThan(300);
});
