import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLog } from "../../server/log.ts";
import { ClientBoard } from "../support/class-client.ts";
import { gather, playRound } from "../support/class-play.ts";
import { ClassServer } from "../support/class-server.ts";
import { pricewarProcess } from "../support/cli.ts";
import { launch } from "../support/page.ts";

const [PHONES, PAGES, ROUNDS, MARKETS] = [48, 12, 8, 15];
const PORT = 4391;
const LOG = "class.jsonl";
/** The round in which the server is killed. */
const KILLED = 3;

let [folder, browser, server] = ["", null as unknown as Browser, null as unknown as ClassServer];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-sixty-"));
  browser = await launch();
  server = new ClassServer(folder, PORT);
});
afterAll(async () => {
  server.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

it("sixty phones join and play eight rounds, through a server killed in the middle, and the log replays", async () => {
  const words = ["switching-costs", "--markets", String(MARKETS), "--minutes", "0", "--rounds", String(ROUNDS)];
  const opened = await server.start(...words, "--log", LOG);
  const board = new ClientBoard(opened);
  const crowd = await gather(opened, browser, { phones: PHONES, pages: PAGES });
  let highest = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const fault = async () => {
      server.kill();
      await server.start("--resume", LOG);
    };
    await playRound(crowd, board, { round, last: round === ROUNDS, ...(round === KILLED && { fault }) });
    highest = Math.max(highest, server.peak());
  }
  const fingerprints = board.view!.markets.map((m) => m.digest!.fingerprint);
  board.end();
  for (const c of crowd.clients) c.end();
  server.kill();
  const { events } = readLog(join(folder, LOG));
  const decisions = events.filter((e) => e.kind === "decide");
  for (const { confirmed } of crowd.clients)
    for (const [turn, price] of confirmed)
      expect([confirmed.size, turn > 0, decisions.some((d) => d.decisions.prices?.main?.input === price)]).toEqual([
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
