// How soon the charts answer a slider, in a real Chromium on the built app: from the input event to the frame that
// shows the new lines. Every default slider is moved 25 times: pressed elsewhere on its track; a preview is drawn, then
// the whole run. Then one is dragged without a rest. The last numbers of each are run again here: the same fingerprint,
// or the bench fails. Prints; asserts no time.
//   npm run build && npx tsx bench/app/sliders.ts [moves]
import { readFileSync } from "node:fs";
import process from "node:process";
import type { Page } from "playwright";
import { readScenario } from "../../engine/authoring.ts";
import { recordingFingerprint } from "../../engine/index.ts";
import { applySession } from "../../ui/store/apply.ts";
import { freshSession } from "../../ui/store/session.ts";
import { drive } from "../../workers/drive.ts";
import { openApp, quantile } from "./served.ts";

const DRAGGED = 6; // taste scale: it moves shares wherever the others were left
const MOVES = Number(process.argv[2] ?? 25);
const file = "scenarios/library/china-2024.yaml";
const base = readScenario(readFileSync(file, "utf8"), { file }).scenario;

interface Marks {
  moved: number; // when the slider moved that no preview has answered yet, 0: answered
  since: number; // when the slider moved that no whole run has answered yet, 0: answered
  previews: number[]; // [ms]
  finals: number[]; // [ms]
  blocks: number[]; // time the main thread was not to be had [ms]
}

/** Runs in the page. A frame is on screen when the task after its animation callbacks begins. */
const watch = () => {
  const marks: Marks = { moved: 0, since: 0, previews: [], finals: [], blocks: [] };
  Object.assign(window, { marks });
  new PerformanceObserver((list) => marks.blocks.push(...list.getEntries().map((e) => e.duration))).observe({
    type: "longtask",
  });
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  const isSlider = (e: Event) => (e.target as Element).matches?.(".lever input");
  document.addEventListener(
    "input",
    (e) => {
      if (!isSlider(e)) return;
      marks.since = e.timeStamp; // the last move is what the whole run answers
      marks.moved ||= e.timeStamp; // the first one that still waits
    },
    true,
  );
  new MutationObserver((changes) => {
    const redrawn = changes.some((c) => (c.target as Element).hasAttribute("data-line"));
    const { moved, since } = marks;
    if (document.querySelector(".reproduction:not([data-quick])")) {
      if (!since || !(redrawn || changes.some((c) => c.attributeName === "data-quick"))) return;
      marks.moved = marks.since = 0;
      painted((at) => marks.finals.push(at - since));
    } else if (moved && redrawn) {
      marks.moved = 0;
      painted((at) => marks.previews.push(at - moved));
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["d", "data-quick"] });
};

const marksOf = (page: Page): Promise<Marks> => page.evaluate(() => (window as unknown as { marks: Marks }).marks);

/** Waits until a whole run answers; false if none comes: the slider may be where it changes nothing. */
function answered(page: Page): Promise<boolean> {
  const done = () => (window as unknown as { marks: Marks }).marks.since === 0;
  return page.waitForFunction(done, undefined, { timeout: 5000, polling: 20 }).then(
    () => true,
    () => false,
  );
}

/** Moves between a tenth and nine tenths of the way, far apart and never twice alike. */
const placeOf = (k: number): number => 0.1 + 0.8 * ((0.31 + k * 0.618034) % 1);

async function moves(page: Page, slider: number): Promise<void> {
  const input = page.locator("aside .lever input").nth(slider);
  for (let k = 0; k < MOVES; k++) {
    await input.evaluate((e) => e.scrollIntoView({ block: "center" })); // the list of changes above it grows
    const box = (await input.boundingBox())!;
    await page.mouse.move(box.x + box.width * placeOf(k), box.y + box.height / 2);
    await page.mouse.down(); // the thumb jumps there
    if (!(await answered(page))) console.log(`slider ${slider}, move ${k}: no answer`);
    await page.mouse.up();
    await page.waitForTimeout(200);
  }
}

/** The page's numbers, made again here from the state its address says. */
async function verified(page: Page, id: string): Promise<void> {
  const shown = await page.locator("[data-fingerprint]").getAttribute("data-fingerprint");
  const link = new URLSearchParams(new URL(page.url()).hash.slice(1));
  const levers = Object.fromEntries(
    (link.get("l") ?? "")
      .split(";")
      .filter(Boolean)
      .map((l) => [l.split(":")[0], Number(l.split(":")[1])]),
  );
  const made = recordingFingerprint(
    await drive({ scenario: applySession(base, { ...freshSession(), levers }), seed: "1" }),
  );
  if (made !== shown) throw new Error(`${id}: the page says ${shown}, a run here ${made}`);
}

const row = (name: string, previews: readonly number[], finals: readonly number[]): void => {
  const cell = (x: readonly number[], q: number) => quantile(x, q).toFixed(0).padStart(6);
  console.log(
    `${name.padEnd(22)}${cell(previews, 0.5)}${cell(previews, 0.95)}${cell(finals, 0.5)}${cell(finals, 0.95)}`,
  );
};

async function drag(page: Page): Promise<void> {
  const input = page.locator("aside .lever input").nth(DRAGGED);
  await input.evaluate((e) => e.scrollIntoView({ block: "center" }));
  const box = (await input.boundingBox())!;
  const now = Number(await input.inputValue()) / Number(await input.getAttribute("max"));
  await page.mouse.move(box.x + box.width * now, box.y + box.height / 2);
  await page.mouse.down();
  for (let k = 0; k < 60; k++) {
    await page.mouse.move(box.x + box.width * (0.15 + (0.7 * k) / 60), box.y + box.height / 2);
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
  await page.waitForTimeout(800);
}

const { page, close } = await openApp(async (p) => {
  await p.addInitScript("globalThis.__name = (f) => f"); // what tsx makes of named functions
  await p.addInitScript(watch);
});
await page.locator("[data-fingerprint]").waitFor();
const since = { previews: 0, finals: 0 };
const fresh = async () => {
  const { previews, finals } = await marksOf(page);
  const new_ = { previews: previews.slice(since.previews), finals: finals.slice(since.finals) };
  Object.assign(since, { previews: previews.length, finals: finals.length });
  return new_;
};
await moves(page, 2).then(fresh); // the compiler warms up on it; not counted
const takeBlocks = () => page.evaluate(() => (window as unknown as { marks: Marks }).marks.blocks.splice(0));
await takeBlocks();
const blocks = { moving: [] as number[], resting: [] as number[] };
console.log(`${"ms".padEnd(22)}${["p50", "p95", "p50", "p95"].map((x) => x.padStart(6)).join("")}  (preview, final)`);
const all = { previews: [] as number[], finals: [] as number[] };
for (const [k, { id }] of base.levers.entries()) {
  await moves(page, k);
  blocks.moving.push(...(await takeBlocks()));
  const { previews, finals } = await fresh();
  row(id, previews, finals);
  all.previews.push(...previews);
  all.finals.push(...finals);
  await page.waitForTimeout(2000); // other seeds' runs come in, and their bands are drawn
  blocks.resting.push(...(await takeBlocks()));
  await verified(page, id);
  await takeBlocks(); // two workers and the run above at once on two cores: no page of anybody's
}
row("all sliders", all.previews, all.finals);
const longest = (x: readonly number[]) =>
  `${Math.max(0, ...x).toFixed(0)} ms (${x.filter((ms) => ms > 50).length} over 50)`;
console.log(
  `longest block of the main thread: ${longest(blocks.moving)} while moved, ${longest(blocks.resting)} at rest`,
);
await drag(page);
blocks.moving.push(...(await takeBlocks()));
console.log(`                                  ${longest(blocks.moving)} with the drag`);
const dragged = await fresh();
row("a drag without a rest", dragged.previews, dragged.finals);
await close();
