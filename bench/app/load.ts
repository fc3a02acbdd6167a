// What the app costs to load, in a real Chromium on the built app. Prints; asserts nothing.
//   npm run build && npx tsx bench/app/load.ts
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dist, openApp } from "./served.ts";

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

/** Runs in the page. */
const watch = () => {
  const marks = { shift: 0 };
  Object.assign(window, { marks });
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) marks.shift += (e as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift" });
};

printSizes();
const { page, close } = await openApp((p) => p.addInitScript(watch));
await page.locator("section.panel").first().waitFor();
const charts = await page.evaluate(() => performance.now());
const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
console.log(`first paint       ${paint.toFixed(0)} ms; charts after ${charts.toFixed(0)} ms`);
await page.locator("[data-fingerprint]").waitFor();
await page.waitForTimeout(4000); // twenty replications stream in
const shift = await page.evaluate(() => (window as unknown as { marks: { shift: number } }).marks.shift);
console.log(`layout shift      ${shift.toFixed(3)}`);
await close();
