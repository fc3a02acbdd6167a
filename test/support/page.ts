import AxeBuilder from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright";
import { afterEach, expect, inject } from "vitest";
import { browserPath } from "../../scripts/system.mjs";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const linkOf = (settings: Readonly<Record<string, number>>) =>
  `s=china-2024&p=${encodeURIComponent(JSON.stringify(settings))}`;

/** China 2024 with a tenth of the people. */
export const TENTH = linkOf({ "demand.agents": 2000 });

/** China 2024 in weeks with few people, as a link: for what does not hang on how many people there are. */
export const SMALL = linkOf({ "demand.agents": 300, "clock.tickDays": 7, "clock.burnInWeeks": 8 });

/** The same in days: only scenarios on the same days can be held against each other. */
export const SMALL_DAILY = linkOf({ "demand.agents": 300, "clock.burnInWeeks": 8 });

let violated: string[] = [];

/** What pages did that their Content-Security-Policy forbids since this was last asked; any left fails the test. */
export function policyViolations(): readonly string[] {
  const found = violated;
  violated = [];
  return found;
}
afterEach(() => expect(policyViolations()).toEqual([]));

/** The system's Chromium; it tells of every page, of frames too, that breaks its policy. */
export async function launch(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ARGS });
  const newContext = browser.newContext.bind(browser); // newPage makes its context by it as well
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.exposeBinding("violated", (_, what: string) => void violated.push(what));
    await context.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
        (window as unknown as { violated(what: string): void }).violated(
          `${effectiveDirective} ${blockedURI} ${sourceFile} in ${document.URL}`,
        ),
      ),
    );
    return context;
  };
  return browser;
}

export const closeAll = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map((context) => context.close()));
};

interface Opened {
  readonly page: Page;
  /** Everything the page complained about so far. */
  readonly errors: readonly string[];
}

/**
 * A fresh profile. What keeps the app for offline is tested with the static build, and is slow to fill anew each time.
 */
const FRESH: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: "en-GB",
  serviceWorkers: "block",
};

/** The app in a fresh browser profile, after its first full run. */
export async function openApp(
  in_: Browser | BrowserContext,
  hash = "",
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = "newContext" in in_ ? await in_.newContext({ ...FRESH, ...options }) : in_;
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(inject("address") + (hash && `#${hash}`));
  await fingerprint(page);
  return { page, errors };
}

/** One of the app's other pages, in a fresh browser profile. */
export async function openPage(browser: Browser, name: string, locale = "en-GB", hash = ""): Promise<Opened> {
  const context = await browser.newContext({ ...FRESH, locale });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${inject("address")}?page=${name}${hash && `#${hash}`}`);
  await page.locator("main h1").waitFor();
  return { page, errors };
}

/** Adds up layout shift from now on that no input has asked for. */
export async function watchShift(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const e of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!e.hadRecentInput) seen.shift += e.value;
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
}

/** The fingerprint of the last full run; waits for one, and for another than `not`. */
export async function fingerprint(page: Page, not = ""): Promise<string> {
  const at = `[data-fingerprint]:not([data-fingerprint="${not}"])`;
  return (await page.locator(at).getAttribute("data-fingerprint")) ?? "";
}

/** Accessibility violations, each in a line. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source);
  // Details of what passes are not asked for, which is much faster.
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof AxeBuilder }).axe.run({ resultTypes: ["violations"] }),
  );
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join("\n")}`);
}

/** Escape, out of a menu or a dialog that is open, and until it is gone. */
export async function escape(page: Page): Promise<void> {
  const open = page.locator("[role=dialog], [role=menu]").first();
  await open.waitFor();
  await page.keyboard.press("Escape");
  await open.waitFor({ state: "detached" });
}

/** Texts that stick out of the screen or of a box that hides what overflows. What scrolls sideways is meant to. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.textContent?.trim() || text.parentElement?.closest("title")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let at = text.parentElement; at; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        const edge =
          at === document.body ? { left: 0, right: innerWidth, width: innerWidth } : at.getBoundingClientRect();
        if (edge.width <= 1) break; // for screen readers only
        if (["auto", "scroll"].includes(overflowX)) break;
        if (overflowX === "visible" && at !== document.body) continue;
        if (box.right > edge.right + 1 || box.left < edge.left - 1) found.push(`${at.className}: ${text.textContent}`);
      }
    }
    return found;
  });
