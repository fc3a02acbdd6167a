// Installs the packages of package-lock.json if they are missing or stale. Plain Node: runs before anything is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import process from "node:process";

const stale = () => {
  const done = "node_modules/.package-lock.json";
  return !existsSync(done) || statSync("package-lock.json").mtimeMs > statSync(done).mtimeMs;
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

/** Whether a program answers on this machine. */
export const has = (program) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
