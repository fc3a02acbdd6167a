import { chromium } from "playwright";
import { createServer } from "node:http";
import sirv from "sirv";
import { readdirSync, readFileSync } from "node:fs";
const SMALL = `s=china-2024&p=${encodeURIComponent(JSON.stringify({ "demand.agents": 300, "clock.end": "2024-07-31", "clock.burnInWeeks": 12 }))}`;
const files = sirv("dist/app"); const server = createServer((q, r) => files(q, r, () => void r.writeHead(404).end()));
await new Promise<void>((x) => server.listen(5211, "127.0.0.1", x));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
function threads() { const out: Record<string, number> = {};
  for (const pid of readdirSync("/proc").filter((x) => /^\d+$/.test(x))) { try {
    const cmd = readFileSync(`/proc/${pid}/cmdline`, "utf8"); if (!cmd.includes("chromium") || !cmd.includes("--type=renderer")) continue;
    for (const t of readdirSync(`/proc/${pid}/task`)) { const s = readFileSync(`/proc/${pid}/task/${t}/stat`, "utf8"); const n = s.slice(s.indexOf("(") + 1, s.lastIndexOf(")")); const r = s.slice(s.lastIndexOf(")") + 2).split(" "); out[`${n}/${t}`] = (Number(r[11]) + Number(r[12])) * 10; } } catch {} }
  return out; }
let last = threads(); let t0 = performance.now();
const mark = (label: string) => { const now = threads(); const d = Object.entries(now).map(([k, v]) => [k, v - (last[k] ?? 0)] as const).filter(([, v]) => v > 100); console.log(label, (performance.now() - t0).toFixed(0), "ms", JSON.stringify(d)); last = now; t0 = performance.now(); };
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" })).newPage();
await page.goto("http://127.0.0.1:5211/#" + SMALL); await page.locator("[data-fingerprint]").waitFor(); mark("open");
await page.waitForTimeout(3000); mark("rest 3s");
await page.getByRole("button", { name: "Theory" }).click();
await page.locator("#panel-upper [data-line='theory:nash']").waitFor(); mark("theory");
const nash = () => page.locator("[data-line='theory:nash']").getAttribute("d", {timeout: 100}).catch(() => null);
for (const key of ["ArrowRight", "ArrowRight", "PageUp"]) {
  const before = await nash();
  await page.locator("aside").getByLabel("Unit cost level", { exact: true }).press(key);
  for (let k = 0; k < 400; k++) { const n = await nash(); if (n && n !== before) break; await page.waitForTimeout(100); }
  mark(key + " " + decodeURIComponent(page.url().slice(-60)));
}
await browser.close(); server.close();
