// Installs the packages of package-lock.json if they are missing or stale. Plain Node: runs before anything is there.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, lstatSync, readFileSync } from "node:fs";
import process from "node:process";

const LOCK = "package-lock.json";
const MARK = "node_modules/.pricewar-lock"; // the lock file that was installed

/** By content, not by date: a checkout makes every file new. A linked folder is somebody else's to keep. */
const stale = () => {
  if (lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  return !existsSync(MARK) || readFileSync(MARK, "utf8") !== readFileSync(LOCK, "utf8");
};

export function installPackages() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`pricewar needs Node 20.19 or newer; this is ${process.version}\n`);
    process.exit(2);
  }
  if (!stale()) return;
  process.stderr.write("Installing packages ...\n");
  run("npm", ["ci", "--no-audit", "--no-fund"], { quiet: true });
  copyFileSync(LOCK, MARK);
}

/** Runs a command to its end; stops this program with its exit code if it fails. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const done = spawnSync(command, args, {
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
    encoding: "utf8",
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
  process.stderr.write(`${command} ${args.join(" ")} failed\n`);
  process.exit(done.status ?? 1);
}
