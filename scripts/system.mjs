// Programs the tests need from the system: a browser, Redis, fonts. Installed where the package manager can.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

const found = (programs) => programs.find((p) => spawnSync("sh", ["-c", `command -v ${p}`]).status === 0);
const has = (program, ...args) => spawnSync(program, args, { stdio: "ignore" }).status === 0;

/** What is needed, how to see that it is there, and the Debian package that brings it. */
const NEEDS = [
  { name: "Chromium", debian: "chromium", there: () => browserPath() !== undefined },
  { name: "Redis", debian: "redis-server", there: () => found(["redis-server"]) !== undefined },
  {
    name: "a Chinese font",
    debian: "fonts-noto-cjk",
    there: () => process.platform !== "linux" || has("sh", "-c", "fc-list :lang=zh family | grep -q ."),
  },
  {
    name: "a Latin font as wide as Arial", // of a wider one a brief in English takes a third page
    debian: "fonts-liberation",
    there: () =>
      process.platform !== "linux" || has("sh", "-c", "fc-list : family | grep -qiE 'liberation sans|arial|helvetica'"),
  },
];

/** The browser tests drive: PRICEWAR_BROWSER, or one found in the usual places. */
export function browserPath() {
  const given = process.env.PRICEWAR_BROWSER;
  if (given) return existsSync(given) ? given : undefined;
  const usual = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  return usual.find((path) => existsSync(path));
}

/** Installs what is missing where that can be done without asking; says the one command otherwise. */
export function installSystem() {
  const missing = NEEDS.filter(({ there }) => !there());
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  const command = `apt-get install -y ${packages.join(" ")}`;
  const root = process.getuid?.() === 0 && found(["apt-get"]);
  if (root) {
    process.stderr.write(`Installing ${missing.map(({ name }) => name).join(", ")} ...\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { stdio: "ignore", env });
  }
  const still = NEEDS.filter(({ there }) => !there());
  for (const { name } of still)
    process.stderr.write(`${name} is missing; tests that need it will fail. Install it: ${command}\n`);
}
