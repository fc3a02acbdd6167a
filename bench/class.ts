// npx tsx bench/class.ts [--phones 48] [--pages 12] [--markets 15] [--rounds 8] [--node=--cpu-prof]: sixty people
// join a class and play, and what that takes: joining, from decision to confirmation, from the last decision to all
// results, memory. Server, phones and browser share this machine. Needs `npm run build`.
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { browserPath } from "../scripts/system.mjs";
import { ClientBoard } from "../test/support/class-client.ts";
import { gather, percentile, playRound } from "../test/support/class-play.ts";
import { ClassServer } from "../test/support/class-server.ts";

const { values: flags } = parseArgs({
  options: {
    phones: { type: "string", default: "48" },
    pages: { type: "string", default: "12" },
    markets: { type: "string", default: "15" },
    rounds: { type: "string", default: "8" },
    node: { type: "string", default: "" },
  },
});
const [phones, pages, rounds] = [flags.phones, flags.pages, flags.rounds].map(Number);
const folder = mkdtempSync(join(tmpdir(), "pricewar-class-bench-"));
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
const server = new ClassServer(folder, 4392, flags.node.split(" ").filter(Boolean));
const others = loadavg()[0];
try {
  const words = ["--markets", flags.markets, "--minutes", "0", "--rounds", flags.rounds, "--log", "class.jsonl"];
  const opened = await server.start("switching-costs", ...words);
  const board = new ClientBoard(opened);
  const crowd = await gather(opened, browser, { phones, pages });
  const began = { at: performance.now(), busy: server.busy() };
  const played = [];
  for (let round = 1; round <= rounds; round++)
    played.push(await playRound(crowd, board, { round, last: round === rounds }));
  const [busy, memory] = [server.busy() - began.busy, server.peak()];
  const seconds = (performance.now() - began.at) / 1000;
  const times = (x: readonly number[]) => `p50 ${percentile(x, 50).toFixed(0)}, p95 ${percentile(x, 95).toFixed(0)} ms`;
  process.stdout.write(`everybody joined: ${(crowd.joined / 1000).toFixed(1)} s
decision to confirmation, sockets: ${times(crowd.clients.flatMap((c) => c.waits))}
decision to confirmation, pages: ${times(played.flatMap((r) => r.pages))}
last decision to all results: ${times(played.map((r) => r.results))}
server: at most ${memory.toFixed(0)} MB, ${busy.toFixed(1)} s of processor in ${seconds.toFixed(0)} s
others on this machine before: load ${others.toFixed(1)}
`);
  board.end();
  for (const c of crowd.clients) c.end();
} finally {
  server.kill("SIGINT");
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
