// npx tsx --expose-gc bench/soak.ts [moves|sweeps|class] [minutes]: does the same over and over and tells how much
// memory grew a round and how many handles were left. Needs the built app and command (npm run build).
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium } from "playwright";
import { ensemble, loadScenario, nodePool } from "../cli/library.ts";
import { browserPath } from "../scripts/system.mjs";
import { Client } from "../test/support/class-client.ts";

/** What is looked at after a round. */
interface Reading {
  readonly megabytes: number;
  readonly handles: number;
}
/** Something done over and over; it begins, has rounds, and ends. */
interface Soak {
  round(): Promise<Reading>;
  end(): Promise<void> | void;
}

const main = join(import.meta.dirname, "../dist/cli/main.js");
const MEGABYTE = 2 ** 20;

/** A served command, and the first line that it says. */
function served(...words: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const cwd = mkdtempSync(join(tmpdir(), "soak-"));
  const child = spawn(process.execPath, [main, ...words, "--port", "0"], { cwd });
  return new Promise((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve({ child, said: String(chunk) }));
    child.once("exit", () => reject(new Error(`${words[0]} ended`)));
  });
}

/** Explore, a lever moved every second, there and back. */
async function moves(): Promise<Soak> {
  const { child, said } = await served("serve");
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ locale: "en-GB" });
  const small = encodeURIComponent(JSON.stringify({ "demand.agents": 300, "clock.tickDays": 7 }));
  await page.goto(`${said.trim()}#s=china-2024&p=${small}`);
  const lever = page.locator("aside").getByLabel("Reaction strength", { exact: true });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  let rounds = 0;
  return {
    async round() {
      for (let k = 0; k < 10; k++) {
        await lever.press(rounds++ % 2 ? "ArrowRight" : "ArrowLeft");
        await page.waitForTimeout(1000);
      }
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name: string) => metrics.find((m) => m.name === name)!.value;
      return { megabytes: of("JSHeapUsedSize") / MEGABYTE, handles: of("JSEventListeners") };
    },
    async end() {
      await browser.close();
      child.kill();
    },
  };
}

/** Ensembles on pools that are opened and closed. */
async function sweeps(): Promise<Soak> {
  const scenario = await loadScenario("textbook-logit", { set: { "demand.agents": 200 } });
  return {
    async round() {
      const runner = nodePool(1);
      await ensemble(scenario, { runs: 20, runner });
      runner.close();
      await new Promise((resolve) => setTimeout(resolve, 200));
      globalThis.gc?.();
      return { megabytes: process.memoryUsage().heapUsed / MEGABYTE, handles: process.getActiveResourcesInfo().length };
    },
    end() {},
  };
}

/** A class whose phones come, hand in and go; of the server's process, as the system sees it. */
async function lessons(): Promise<Soak> {
  const { child, said } = await served("class", "bertrand", "--json");
  const { join: address, code } = JSON.parse(said) as { join: string; code: string };
  let phones = 0;
  return {
    async round() {
      const clients = Array.from({ length: 20 }, () => new Client(address.split("#")[0], code, `p${phones++ % 40}`));
      await new Promise((resolve) => setTimeout(resolve, 3000));
      for (const client of clients) client.end();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const pages = Number((await readFile(`/proc/${child.pid}/statm`, "utf8")).split(" ")[1]);
      return { megabytes: (pages * 4096) / MEGABYTE, handles: readdirSync(`/proc/${child.pid}/fd`).length };
    },
    end: () => void child.kill(),
  };
}

/** Slope of the least squares line through what was read, a round [as y]. */
function slope(y: readonly number[]): number {
  const middle = (y.length - 1) / 2;
  const weights = y.map((_, k) => k - middle);
  return y.reduce((sum, x, k) => sum + x * weights[k], 0) / weights.reduce((sum, w) => sum + w * w, 0);
}

const SOAKS: Readonly<Record<string, () => Promise<Soak>>> = { moves, sweeps, class: lessons };
const [asked = Object.keys(SOAKS).join(), minutes = "10"] = process.argv.slice(2);
for (const kind of asked.split(",")) {
  const soak = await SOAKS[kind]();
  const until = performance.now() + Number(minutes) * 60_000;
  const read: Reading[] = [];
  while (performance.now() < until) read.push(await soak.round());
  await soak.end();
  const late = read.slice(Math.floor(read.length / 4)); // caches fill first
  const [first, last] = [late[0], late.at(-1)!];
  const grown = slope(late.map(({ megabytes }) => megabytes));
  process.stdout.write(
    `${kind}: ${read.length} rounds, ${first.megabytes.toFixed(1)} to ${last.megabytes.toFixed(1)} MB, ` +
      `${(1000 * grown).toFixed(1)} kB a round; handles ${first.handles} to ${last.handles}\n`,
  );
}
process.exit(0);
