// Pictures of every page of the built app: 1440, 1024 and 390 px, light and dark, English and Chinese.
//   npm run build && npx tsx scripts/screenshots.ts [folder] [--docs] [--page=drivers]
// --docs makes only the few in docs/images that the READMEs show.
import { say } from "../engine/text/text.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { type Browser, chromium, type Page } from "playwright";
import sirv from "sirv";
import { PAGES, UNLISTED } from "../ui/store/page-names.ts";
import { browserPath } from "./system.mjs";

const root = join(import.meta.dirname, "..");
const LANGUAGES = { en: "en-GB", zh: "zh-CN" } as const;
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 } as const;
const MOST_WAIT_MS = 90_000;

interface Shot {
  readonly page: string;
  readonly width: keyof typeof HEIGHTS;
  readonly theme: "light" | "dark";
  readonly lang: keyof typeof LANGUAGES;
  readonly hash?: string;
  readonly whole: boolean; // the whole page, not the screen
}

/** When a page has nothing more to come without being asked. */
const READY: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  explore: (page) =>
    page
      .locator("[data-fingerprint]")
      .waitFor({ timeout: MOST_WAIT_MS })
      .then(() => page.waitForTimeout(6000)),
  compare: settled,
  uncertainty: settled,
  drivers: (page) =>
    page
      .locator("#positions svg[role=img]")
      .waitFor({ timeout: MOST_WAIT_MS })
      .then(() => page.waitForTimeout(8000)),
  report: (page) =>
    page
      .locator(".paper iframe")
      .waitFor({ timeout: MOST_WAIT_MS })
      .then(() => page.waitForTimeout(1000)),
  gallery: (page) => page.locator("figure svg").nth(10).waitFor(),
};

/** No bar is under way any more. */
const barsAreFull = () =>
  [...document.querySelectorAll("progress")].every((bar) => bar.value > 0 && bar.value === bar.max) &&
  document.querySelector("progress") !== null;
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(barsAreFull, undefined, { timeout: MOST_WAIT_MS });
}

const all: Shot[] = [...PAGES, ...UNLISTED].flatMap((page) =>
  ([1440, 1024, 390] as const).flatMap((width) =>
    (["light", "dark"] as const).flatMap((theme) =>
      (["en", "zh"] as const).map((lang) => ({ page, width, theme, lang, whole: true })),
    ),
  ),
);

/** What the READMEs show. */
const EDITED = "s=china-2024&l=strength:0.6";
const docs: Shot[] = (["en", "zh"] as const).flatMap((lang): Shot[] => [
  { page: "explore", width: 1440, theme: "light", lang, hash: EDITED, whole: false },
  { page: "compare", width: 1440, theme: "light", lang, whole: false },
  { page: "uncertainty", width: 1440, theme: "dark", lang, whole: false },
  { page: "explore", width: 390, theme: "light", lang, whole: false },
]);

async function take(browser: Browser, address: string, shot: Shot, folder: string): Promise<void> {
  const { page: name, width, theme, lang, hash, whole } = shot;
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    locale: say(LANGUAGES, lang),
    colorScheme: theme,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(`${address}${name === "explore" ? "" : `?page=${name}`}${hash ? `#${hash}` : ""}`);
  await (READY[name] ?? ((p) => p.waitForTimeout(4000)))(page);
  const file = join(folder, `${name}-${width}-${theme}-${lang}.${onlyDocs ? "webp" : "png"}`);
  const picture = await page.screenshot({ fullPage: whole });
  await context.close();
  writeFileSync(file, onlyDocs ? await asWebp(browser, picture) : picture);
  process.stdout.write(`${file}\n`);
}

/**
 * A fifth of the bytes, for pictures that live in the repository; the browser itself is the encoder, on an empty page:
 * the app's own policy lets nothing be fetched.
 */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const url = await page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.85);
  }, png.toString("base64"));
  await page.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

const onlyDocs = process.argv.includes("--docs");
const folder = onlyDocs
  ? join(root, "docs/images")
  : (process.argv.slice(2).find((word) => !word.startsWith("--")) ?? join(root, "test-results/screenshots"));
mkdirSync(folder, { recursive: true });
const files = sirv(join(root, "dist/app"));
const server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const onlyPage = process.argv.find((word) => word.startsWith("--page="))?.slice("--page=".length);
const shots = (onlyDocs ? docs : all).filter((shot) => onlyPage === undefined || shot.page === onlyPage);
for (const shot of shots) await take(browser, address, shot, folder);
await browser.close();
server.close();
