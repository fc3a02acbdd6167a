import type { Page } from "playwright";

/** What the page did while a slider moved: counts, which do not hang on how fast or busy the machine is. */
export interface Counts {
  readonly moves: number;
  readonly runs: number; // asked of workers
  readonly nodes: number; // of the document, written to, each time anew
  readonly added: number; // put in or taken out
  readonly layouts: number;
  readonly longTasks: number; // over 50 ms; these do
}

interface Counted {
  runs: number;
  nodes: number;
  added: number;
  longTasks: number;
}

/** Runs in the page, before its scripts. */
const watch = () => {
  const counted: Counted = { runs: 0, nodes: 0, added: 0, longTasks: 0 };
  Object.assign(window, { counted });
  const post = Worker.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    const { path } = message as { path?: readonly string[] };
    if (path?.[0] === "run" || path?.[0] === "measure" || path?.[0] === "ask") counted.runs++;
    post.call(this, message, ...rest);
  };
  new PerformanceObserver((list) => (counted.longTasks += list.getEntries().length)).observe({ type: "longtask" });
  new MutationObserver((changes) => {
    counted.nodes += new Set(changes.map((c) => c.target)).size;
    for (const { addedNodes, removedNodes } of changes) counted.added += addedNodes.length + removedNodes.length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
};

export const prepare = (page: Page): Promise<unknown> => page.addInitScript(watch);

/** Steps a lever by its keys, waits for the whole run, and says what that took. */
export async function stepsCounted(page: Page, slider: number, moves: number): Promise<Counts> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const layouts = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "LayoutCount")?.value ?? NaN;
  };
  const counted = () => page.evaluate(() => ({ ...(window as unknown as { counted: Counted }).counted }));
  const input = page.locator("aside .lever input").nth(slider);
  await input.focus();
  const [before, laid] = [await counted(), await layouts()];
  for (let k = 0; k < moves; k++) {
    await input.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".reproduction[data-fingerprint]") === null);
    await page.locator("[data-fingerprint]").waitFor();
  }
  const after = await counted();
  const less = (name: keyof Counted) => after[name] - before[name];
  return {
    moves,
    runs: less("runs"),
    nodes: less("nodes"),
    added: less("added"),
    layouts: (await layouts()) - laid,
    longTasks: less("longTasks"),
  };
}
