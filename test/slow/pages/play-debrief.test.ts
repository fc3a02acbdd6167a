import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Game, profitOver, readGame } from "../../../engine/game/index.ts";
import { recordingFingerprint } from "../../../engine/index.ts";
import { money, percent, points, price } from "../../../words/format.ts";
import { gameYaml } from "../../../ui/pages/play/game-yaml.ts";
import { signed } from "../../../ui/pages/play/texts.ts";
import { type Benchmarks, benchmarks, review, type Review } from "../../../experiments/debrief.ts";
import { inlineRunner } from "../../../workers/inline.ts";
import { game, playOn, reread } from "../../support/games.ts";
import { closeAll, fingerprint, launch, openPage, violations } from "../../support/page.ts";
import { library } from "../../support/scenarios.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

// The textbook market: two firms, half a year, a run in a millisecond.
const base = library("textbook-logit");
const sell = (p: number) => ({ a: { prices: { p: { input: p, output: p } } } });
const played = game([sell(1.2), sell(1.5)], {
  base: "textbook-logit",
  seats: [{ vendor: "a" }],
  quarters: 2,
  seed: "9",
});
const yuan = (x: number) => money(x, "CNY", "en");

/** Opens a file on the Play page by its button, as text of any name. */
async function load(page: Page, text: string, name = "game.yaml"): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a saved game|打开存档/ }).click();
  await (await chooser).setFiles({ name, mimeType: "text/yaml", buffer: Buffer.from(text) });
}

const debriefed = (page: Page) =>
  expect
    .poll(() => page.locator(".moves-did tbody tr").count(), { timeout: 90_000 })
    .toBeGreaterThan(0)
    .then(() => expect.poll(() => page.locator(".debrief .progress").count(), { timeout: 90_000 }).toBe(0));
const print = (page: Page) => page.locator(".debrief").getAttribute("data-fingerprint");

/** The same debrief, worked out in this process by the engine. */
async function engines(of: Game): Promise<Benchmarks & Review> {
  let known: Benchmarks & Review = { own: null, nash: null, cartel: null, moves: null, best: null };
  const tell = (more: Partial<Benchmarks & Review>) => void (known = { ...known, ...more });
  await benchmarks(inlineRunner(), base, of, { tell });
  await review(inlineRunner(), base, of, "a", { tell });
  return known;
}

describe("a finished game", () => {
  it("is held against Nash, cartel, the best found and each of its moves, with the engine's own numbers", async () => {
    const { page, errors } = await openPage(browser, "play");
    await load(page, gameYaml(base, played));
    await debriefed(page);
    const { own, nash, cartel, moves, best } = await engines(played);
    expect(own!.a.profit).toBeCloseTo(profitOver(playOn(base, played), "a", 2), 9);
    const outcomes = { own: own!.a, nash: nash!.a, cartel: cartel!.a, best: best!.outcome };
    for (const [way, { profit, share }] of Object.entries(outcomes)) {
      const cells = await page.locator(`.against tr[data-way=${way}] td`).allInnerTexts();
      const gap = way === "own" ? "" : signed(profit - own!.a.profit, "CNY", "en");
      expect(cells.filter((_, k) => k !== 2)).toEqual([yuan(profit), gap, percent(share)]); // the third is a bar
    }
    expect(outcomes.cartel.profit).toBeGreaterThan(outcomes.nash.profit); // of alike firms (Calvano et al. 2020)
    expect(outcomes.best.profit).toBeGreaterThan(outcomes.own.profit);
    const rows = await page.locator(".moves-did tbody tr").allInnerTexts();
    expect(rows).toHaveLength(2);
    moves!.forEach(({ profit, share }, k) => {
      expect(rows[k]).toContain(signed(profit.mean, "CNY", "en"));
      expect(rows[k]).toContain(points(share.mean, "en"));
    });
    expect(rows[0]).toContain("1.20");
    const bestRow = page.locator(".debrief tbody tr[data-sum]", { hasText: "best found" }).locator("td");
    expect(await bestRow.allInnerTexts()).toEqual(best!.game.rounds.map((r) => price(r.a.prices!.p.input, "en")));
    expect(await page.locator(".verdict").innerText()).toContain(yuan(best!.outcome.profit - own!.a.profit));
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("ranked by share is debriefed by share: the table, the sentence and the best prices", async () => {
    const { page, errors } = await openPage(browser, "play");
    const byShare = { ...played, setup: { ...played.setup, goal: "share" as const } };
    await load(page, gameYaml(base, byShare));
    await debriefed(page);
    const { own, best } = await engines(byShare);
    const [first, gap] = await page.locator(".against tr[data-way=best] td").allInnerTexts();
    expect([first, gap]).toEqual([percent(best!.outcome.share), points(best!.outcome.share - own!.a.share, "en")]);
    expect(best!.outcome.share).toBeGreaterThan(own!.a.share);
    expect(await page.locator(".against tr[data-way=best] small").innerText()).toMatch(
      /^the most share at the end of \d+ price paths/,
    );
    expect(await page.locator(".verdict").innerText()).toContain(`You ended with ${percent(own!.a.share)} of tokens.`);
    await page.getByText("The search looks for the most share at the end, which this game ranks by.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("is saved as a file that reads back as the game and gives the page's fingerprint, in Explore too", async () => {
    const { page } = await openPage(browser, "play", "zh-CN");
    await load(page, gameYaml(base, played));
    await page.locator(".debrief").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存为文件" }).click();
    const file = reread(readFileSync(await (await download).path(), "utf8"));
    expect(readGame(file)).toEqual(played);
    const seen = recordingFingerprint(playOn(base, readGame(file)!));
    expect(await print(page)).toBe(seen);
    await page.getByRole("button", { name: "在“探索”中打开" }).click();
    await expect.poll(() => page.url()).toContain("s=own");
    expect(await fingerprint(page)).toBe(seen);
  });

  it("can be undone and played again to the same bits, or otherwise on a branch that leaves it alone", async () => {
    const { page, errors } = await openPage(browser, "play");
    await load(page, gameYaml(base, played));
    await page.locator(".debrief").waitFor();
    const first = await print(page);
    const quarter = async (text: string) => {
      for (const name of [/input price/, /output price/]) await page.getByLabel(name).fill(text);
      await page.locator(".decide button[type=submit]:enabled").click();
    };
    const again = async (one: string, two: string) => {
      await page.getByRole("button", { name: "Start", exact: true }).click();
      await expect.poll(() => heading(page)).toBe("Quarter 1 of 2");
      await quarter(one);
      await expect.poll(() => heading(page)).toBe("Quarter 2 of 2");
      await quarter(two);
      await page.locator(".debrief").waitFor();
      return print(page);
    };
    expect(await again("1.2", "1.5")).toBe(first);
    expect(await page.locator(".rounds li").count()).toBe(1);
    expect(await again("1.2", "1.1")).not.toBe(first);
    expect(await page.locator(".rounds li").count()).toBe(2);
    await page.getByRole("button", { name: "Q2", exact: true }).click();
    await expect.poll(() => print(page)).toBe(first);
    expect(errors).toEqual([]);
  });
});

const heading = (page: Page) => page.locator("main h1").innerText();

describe("a file that is no game to be played on", () => {
  const sound = gameYaml(base, played);
  it.each([
    ["rubbish", "\u0000\u0001 {[", /could not be read/],
    ["a scenario nobody played", "extends: textbook-logit\nid: mine\n", /nobody has played it/],
    [
      "edited besides its moves",
      sound.replace(
        "events: []",
        "events: [{date: 2024-02-05, kind: price, product: b.p, price: {input: 1, output: 1}}]",
      ),
      /somebody edited it/,
    ],
    ["of a market that is not here", sound.replace("base: textbook-logit", "base: elsewhere"), /not in this library/],
    ["with a seat nobody can take", sound.replace("- vendor: a", "- vendor: nobody"), /nobody/],
    ["longer than it is", sound.replace("quarters: 2", "quarters: 1"), /more quarters/],
  ])("is refused with the reason: %s", async (_what, text, reason) => {
    const { page, errors } = await openPage(browser, "play");
    expect(text).not.toBe(sound);
    await load(page, text);
    await page.getByRole("alert").getByText(reason).waitFor();
    expect(await heading(page)).toBe("Play a vendor");
    expect(errors).toEqual([]);
  });
});
