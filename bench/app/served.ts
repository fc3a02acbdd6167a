import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import sirv from "sirv";
import { browserPath } from "../../scripts/system.mjs";

export const dist = join(import.meta.dirname, "../../dist/app");

/** The built app served on a free port, isolated as `pricewar serve` does, and open in a Chromium of a desk's size. */
export async function openApp(
  prepare: (page: Page) => Promise<unknown>,
  locale = "en-GB",
): Promise<{ page: Page; close(): Promise<void> }> {
  const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const files = sirv(dist, {
    setHeaders: (response) => Object.entries(isolated).forEach(([k, v]) => response.setHeader(k, v)),
  });
  const server = createServer((request, response) =>
    files(request, response, () => void response.writeHead(404).end()),
  );
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ locale, viewport: { width: 1440, height: 900 } });
  await prepare(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

export const quantile = (x: readonly number[], q: number): number =>
  x.toSorted((a, b) => a - b)[Math.min(x.length - 1, Math.floor(q * x.length))] ?? NaN;
