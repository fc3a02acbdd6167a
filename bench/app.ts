// What the app costs to load and how fast it answers, in a real Chromium on the built app. Prints; asserts nothing.
//   npm run build && npx tsx bench/app.ts
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright";
import sirv from "sirv";
import { browserPath } from "../scripts/system.mjs";

const dist = join(import.meta.dirname, "../dist/app");
const MOVES = 40;

const gzipped = (file: string) => gzipSync(readFileSync(join(dist, "assets", file))).length / 1000;
const kB = (size: number) => `${size.toFixed(0)} kB gzip`;

/** A script with everything it imports before it can start. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(dist, "assets", file), "utf8");
  for (const [, next] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) closure(next, seen);
  return seen;
}

function printSizes(): void {
  const files = readdirSync(join(dist, "assets"));
  const one = (start: string) => files.find((f) => f.startsWith(start) && f.endsWith(".js")) ?? "";
  const entry = /assets\/([^"]+\.js)"/.exec(readFileSync(join(dist, "index.html"), "utf8"))?.[1] ?? "";
  const whole = [...closure(entry)].reduce((sum, file) => sum + gzipped(file), 0);
  console.log(`page script       ${kB(whole)} (limit 250)`);
  console.log(`worker            ${kB(gzipped(one("worker-browser-")))} (limit 120)`);
  console.log(`scenario editor   ${kB(gzipped(one("own-")))} (loads when opened)`);
}

interface Marks {
  readonly answers: number[]; // ms from a slider's move to the lines redrawn
  readonly long: number[]; // ms the main thread was blocked
  shift: number;
}

const watch = () => {
  const marks: Marks = { answers: [], long: [], shift: 0 };
  let moved = 0;
  Object.assign(window, { marks });
  new PerformanceObserver((list) => marks.long.push(...list.getEntries().map((e) => e.duration))).observe({
    type: "longtask",
  });
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) marks.shift += (e as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift" });
  document.addEventListener("input", () => (moved = performance.now()), true);
  new MutationObserver((changes) => {
    if (!moved || !changes.some((c) => (c.target as Element).hasAttribute?.("data-line"))) return;
    marks.answers.push(performance.now() - moved);
    moved = 0;
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["d"] });
};

const quantile = (x: readonly number[], q: number) =>
  x.toSorted((a, b) => a - b)[Math.min(x.length - 1, Math.floor(q * x.length))] ?? NaN;

async function slide(page: Page): Promise<number> {
  const box = (await page.locator("aside .lever input").nth(2).boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.66, y);
  await page.mouse.down();
  for (let k = 0; k < MOVES; k++) {
    await page.mouse.move(box.x + box.width * (0.2 + (0.5 * k) / MOVES), y);
    await page.waitForTimeout(60);
  }
  const before = await page.evaluate(() => performance.now());
  await page.mouse.up();
  await page.locator("[data-fingerprint]").waitFor();
  return (await page.evaluate(() => performance.now())) - before;
}

printSizes();
const files = sirv(dist);
const server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.addInitScript(watch);
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await page.locator("section.panel").first().waitFor();
const charts = await page.evaluate(() => performance.now());
const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
console.log(`first paint       ${paint.toFixed(0)} ms; charts after ${charts.toFixed(0)} ms`);
await page.locator("[data-fingerprint]").waitFor();
await page.waitForTimeout(500);
await page.evaluate(() => Object.assign((window as unknown as { marks: Marks }).marks, { answers: [], long: [] }));
const final = await slide(page);
const { answers, long, shift } = await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
console.log(
  `slider, preview   p50 ${quantile(answers, 0.5).toFixed(0)} ms, p95 ${quantile(answers, 0.95).toFixed(0)} ms over ${answers.length} redraws`,
);
console.log(`slider, final     ${final.toFixed(0)} ms from release to the signed full run`);
console.log(`main thread       longest block ${Math.max(0, ...long).toFixed(0)} ms; layout shift ${shift.toFixed(3)}`);
await browser.close();
server.close();
