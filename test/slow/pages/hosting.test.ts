import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright";
import sirv from "sirv";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, escape, fingerprint, launch } from "../../support/page.ts";

let browser: Browser;
const servers: Server[] = [];
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(async () => {
  await browser.close();
  servers.forEach((server) => server.close());
});

const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** The built app as a plain file host has it, in a folder below the top. */
async function host(headers: Readonly<Record<string, string>>): Promise<{ address: string; server: Server }> {
  const files = sirv(join(import.meta.dirname, "../../../dist/app"), {
    setHeaders: (response) => Object.entries(headers).forEach(([k, v]) => response.setHeader(k, v)),
  });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/team/lab/")) return void response.writeHead(404).end();
    request.url = request.url.slice("/team/lab".length);
    files(request, response, () => void response.writeHead(404).end());
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/team/lab/`, server };
}

describe("the static build", () => {
  it("gives the same numbers in a folder of a plain host and on an isolated page", async () => {
    const seen: string[] = [];
    for (const headers of [{}, ISOLATED]) {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.goto((await host(headers)).address);
      seen.push(await fingerprint(page));
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(headers === ISOLATED);
    }
    expect(seen[0]).toBe(seen[1]);
  });

  it("works offline after the first load: Explore, pages never opened before, a report that runs itself", async () => {
    const { address, server } = await host({});
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(address);
    const online = await fingerprint(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections(); // the host is gone, not merely slow
    });
    await page.reload();
    expect(await fingerprint(page)).toBe(online);
    await page.getByRole("link", { name: "Model" }).click();
    await page.getByRole("heading", { name: "The model, and how far to trust it" }).waitFor();
    await page.getByRole("link", { name: "Explore" }).click();
    await page.getByRole("button", { name: "Edit as YAML" }).click();
    await page.getByLabel("Scenario text").waitFor();
    await escape(page);
    await page.getByRole("link", { name: "Report" }).click();
    await page.getByText("5", { exact: true }).click();
    const coming = page.waitForEvent("download", { timeout: 90_000 });
    await page.locator("[data-format=html]").click();
    expect(/<script id="runtime">\(function/.test(readFileSync(await (await coming).path(), "utf8"))).toBe(true);
  });

  it("can be installed: a manifest with icons that are there", async () => {
    const { address } = await host({});
    const manifest = (await (await fetch(`${address}manifest.webmanifest`)).json()) as {
      icons: { src: string }[];
      start_url: string;
    };
    expect(manifest.start_url).toBe("./");
    for (const { src } of manifest.icons) expect((await fetch(address + src)).status).toBe(200);
  });
});
