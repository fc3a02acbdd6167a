import type { Browser, Page } from "playwright";
import { Client, type ClientBoard } from "./class-client.ts";
import type { Opened } from "./class-server.ts";

/** People do not press at once [ms]. */
const SPREAD = 3000;

/** Everybody who plays: phones on bare sockets, and real pages. */
interface Crowd {
  readonly clients: readonly Client[];
  readonly pages: readonly Page[];
  /** From nobody to everybody in [ms]. */
  readonly joined: number;
}

async function until(done: () => boolean, what: string, seconds = 120): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  while (!done()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** All join at once. */
export async function gather(
  { join, code }: Opened,
  browser: Browser,
  { phones, pages }: { readonly phones: number; readonly pages: number },
): Promise<Crowd> {
  const began = performance.now();
  const at = join.split("#")[0];
  const clients = Array.from({ length: phones }, (_, k) => new Client(at, code, `Phone-${k}`));
  const opened = await Promise.all(Array.from({ length: pages }, (_, k) => openPage(browser, join, `Page-${k}`)));
  await until(() => clients.every((c) => c.view !== null), "everybody to join");
  return { clients, pages: opened, joined: performance.now() - began };
}

async function openPage(browser: Browser, at: string, name: string): Promise<Page> {
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
    // No inner functions with names: what compiles this for Node would ask the page for helpers.
    while (document.querySelector("form.decide") && !document.querySelector("output[data-done]"))
      await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - since;
  });
}

/** Decides as soon as the phone shows the round: one that has just come back does not yet. */
function press(client: Client, price: number): void {
  if (client.turn > 0) client.decide(price);
  else setTimeout(() => press(client, price), 50);
}

interface Round {
  readonly round: number;
  readonly last: boolean;
  /** What goes wrong once the first twenty have decided. */
  fault?(): Promise<void>;
}

interface RoundTimes {
  readonly pages: readonly number[]; // from decision to confirmation on each real page [ms]
  readonly results: number; // from the last decision until all markets had run [ms]
}

const ready = (board: ClientBoard, rounds: number): boolean =>
  board.view?.markets.every((m) => m.digest?.rounds === rounds) === true;

/** One round: the teacher opens it, everybody decides within a few seconds, all markets run. */
export async function playRound(
  { clients, pages }: Crowd,
  board: ClientBoard,
  { round, last, fault }: Round,
): Promise<RoundTimes> {
  await until(() => ready(board, round - 1), `round ${round} to be ready`);
  board.ask("next");
  await until(() => clients.every((c) => c.turn > 0), "the round to open");
  await Promise.all(pages.map((page) => page.locator("form.decide").waitFor()));
  const early = fault ? clients.slice(0, 20) : [];
  early.forEach((c, k) => c.decide(5 + k / 10));
  if (fault) {
    await until(() => early.every((c) => c.idle), "the early ones");
    await fault();
    await until(() => ready(board, round - 1), "the server to be back");
  }
  const others = clients.filter((c) => !early.includes(c));
  others.forEach((c, k) => setTimeout(() => press(c, 5 + k / 10 - round / 5), (SPREAD * k) / others.length));
  const told = await Promise.all(pages.map(handIn));
  await until(() => clients.every((c) => c.waits.length >= round), `everybody to decide in round ${round}`);
  const shut = performance.now();
  const phase = last ? "over" : "results";
  await until(() => board.view?.phase === phase && board.view.round === round, `round ${round} to close`);
  await until(() => ready(board, round), "the markets to run");
  return { pages: told, results: performance.now() - shut };
}

/** The value below which so many of a hundred lie. */
export const percentile = (x: readonly number[], p: number): number =>
  x.toSorted((a, b) => a - b)[Math.floor((p / 100) * (x.length - 1))];
