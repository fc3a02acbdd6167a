import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, pricewar } from "../support/cli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-outputs-"));
  writeFileSync(join(folder, "taken"), "mine");
  writeFileSync(join(folder, "textbook-logit-brief-en.html"), "mine");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (words: readonly string[]) => pricewar(words, { cwd: folder });
const RUN = ["textbook-logit", "--agents", "300", "--weeks", "2"];
const LONG = "n".repeat(300);

describe("what cannot be written is refused before the work", () => {
  test.each([
    ["a place that is a file", ["run", ...RUN, "--out", "taken/x"], /part of the path is a file/],
    ["a name too long", ["run", ...RUN, "--out", LONG], /the name is too long/],
    ["a name too long for a draft", ["ensemble", ...RUN, "-n", "2", "--out", "n".repeat(250)], /the name is too long/],
    ["no name", ["run", ...RUN, "--out", ""], /--out “”: expected the name of a file or folder/],
    ["a report over a file", ["report", ...RUN, "-n", "1", "--out", "taken"], /taken exists/],
    ["a report over another", ["report", ...RUN, "-n", "1"], /textbook-logit-brief-en.html exists/],
    ["a list in a file's place", ["list", "--out", "taken/x"], /part of the path is a file/],
    ["a table of prices", ["import", "today", "--csv", "taken/x.csv"], /part of the path is a file/],
    ["the log of a class", ["class", "bertrand", "--log", "taken/x.jsonl"], /part of the path is a file/],
  ] as const)("%s", async (_, words, why) => {
    const { code, stdout, stderr } = await inFolder(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(/ \.\.\.\n/); // no run began
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test.runIf(existsSync("/proc"))("a place that takes nothing", async () => {
    const { code, stderr } = await inFolder(["run", ...RUN, "--out", "/proc/x"]);
    expect([code, stderr]).toEqual([2, "/proc/x: there is no such file or folder\n"]);
  });
});

test("a folder that is not there yet is made, for what is printed as for what is written", async () => {
  const { code } = await inFolder(["list", "events", "--out", "new/deep/events.txt"]);
  expect([code, existsSync(join(folder, "new/deep/events.txt"))]).toEqual([0, true]);
});

test("--resume without --out would do nothing, and says so", async () => {
  const design =
    "scenario: textbook-logit\nmethod: grid\nagents: 300\nparameters: [{path: demand.mu, values: [0.2]}]\n";
  writeFileSync(join(folder, "d.yaml"), `${design}outputs: [market.hhi]\n`);
  const { code, stderr } = await inFolder(["sweep", "d.yaml", "--resume"]);
  expect([code, stderr]).toEqual([2, "--resume needs --out\n"]);
});

describe.runIf(existsSync("/dev/full"))("a full disk under stdout", () => {
  test("is said in words, with an exit code", () => {
    const shell = `"${process.execPath}" "${main}" list events > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", shell], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    });
    expect([status, stderr]).toEqual([2, "stdout: the disk is full; free some space or choose another place\n"]);
  });

  test("is not what a reader is that has seen enough", () => {
    const shell = `("${process.execPath}" "${main}" list; echo $? >&2) 2>&1 >/dev/null | cat`;
    expect(execFileSync("sh", ["-c", shell], { encoding: "utf8" })).toBe("0\n");
  });
});
