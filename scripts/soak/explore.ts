import { chromium } from "playwright";
import { serveApp } from "../../cli/verbs/serve.ts";
import type { Soaked } from "../soak.ts";
import { browserPath } from "../system.mjs";

const EVERY_MS = 1000;
const KEYS = ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"];

/** Explore with a move of some lever every second. */
export async function explore(): Promise<Soaked> {
  const address = await serveApp(0);
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#s=china-2024&p=${encodeURIComponent('{"demand.agents":2000}')}`);
  await page.locator("[data-fingerprint]").first().waitFor({ timeout: 120_000 });
  const sliders = page.getByRole("slider");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  let moves = 0;
  return {
    async step() {
      const count = await sliders.count();
      const at = Math.floor(moves / KEYS.length) % Math.max(1, count);
      await sliders.nth(at).press(KEYS[moves++ % KEYS.length]);
      await page.waitForTimeout(EVERY_MS);
    },
    async measure() {
      await client.send("HeapProfiler.collectGarbage");
      const { metrics } = await client.send("Performance.getMetrics");
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return {
        heap: of("JSHeapUsedSize") / 2 ** 20,
        nodes: of("Nodes"),
        listeners: of("JSEventListeners"),
        documents: of("Documents"),
        workers: page.workers().length,
      };
    },
    async end() {
      await browser.close();
      process.exitCode ??= 0;
      setImmediate(() => process.exit()); // the server of the app listens as long as it may
    },
  };
}
