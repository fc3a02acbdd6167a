import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { FolderError } from "../folder/files.ts";
import { NO_BROWSER, printedNothing } from "./problem-words.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];
const USUAL = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** A Chromium on this machine: PRICEWAR_BROWSER, or one on the path, or in a usual place. */
function findChromium(): string | undefined {
  const given = process.env.PRICEWAR_BROWSER;
  if (given) return existsSync(given) ? given : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL].find((path) => existsSync(path));
}

const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
  "--export-tagged-pdf",
];
const MOST_MS = 60_000;

/** Prints HTML to tagged PDF. @throws FolderError when there is no Chromium, or it fails. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const browser = findChromium();
  if (!browser) throw new FolderError(NO_BROWSER);
  const folder = mkdtempSync(join(tmpdir(), "pricewar-print-"));
  try {
    const [source, target] = [join(folder, "report.html"), join(folder, "report.pdf")];
    writeFileSync(source, html);
    // A sandbox of the browser's own cannot be made by root, as in containers; the page is ours and loads nothing.
    const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const flags = [...FLAGS, ...root, `--user-data-dir=${join(folder, "profile")}`, `--print-to-pdf=${target}`];
    const said = await ended(browser, [...flags, pathToFileURL(source).href]);
    if (existsSync(target)) return readFileSync(target);
    const last = said.trim().split("\n").at(-1) ?? "";
    throw new FolderError(printedNothing(browser, last));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** What a program said on stderr, once it is over; one that hangs is ended. */
function ended(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const timer = setTimeout(() => child.kill("SIGKILL"), MOST_MS);
    const end = () => {
      clearTimeout(timer);
      resolve(said);
    };
    child.once("error", (error) => ((said += error.message), end()));
    child.once("close", end);
  });
}
