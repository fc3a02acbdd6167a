import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main, pricewar } from "../support/cli.ts";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "pricewar-hostile-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const inFolder = (...words: string[]) => pricewar(words, { cwd: folder });

test("what is repeated of a command line has lost the codes that a terminal would obey", async () => {
  for (const words of [
    ["run", "\u001b[2Jgone"],
    ["check", "a\u202eb.yaml"],
    ["list", "\u0007"],
    ["run", "china-2024", "--set", "\u001b]0;title\u0007=1"],
  ]) {
    const { stdout, stderr } = await inFolder(...words);
    for (const code of ["\u0007", "\u001b", "\u202e"]) expect(stdout + stderr).not.toContain(code);
    expect(stderr).toMatch(/\ufffd/);
  }
});

test("a scenario may come through a pipe", () => {
  const text = "extends: textbook-logit\nid: piped\n";
  const said = execFileSync(process.execPath, [main, "check", "/dev/stdin"], { input: text, encoding: "utf8" });
  expect(said).toMatch(/piped|ok|fine/i);
});

test("a file that may not be read is named, with the reason", async () => {
  const file = put("secret.yaml", "id: a");
  chmodSync(join(folder, file), 0o000);
  if (process.getuid?.() === 0) return; // root reads everything
  const { code, stderr } = await inFolder("check", file);
  expect([code, stderr]).toEqual([2, "secret.yaml: no permission to read or write here\n"]);
});

test.runIf(process.platform === "linux")("a device that never ends is refused by name, whoever reads it", async () => {
  for (const words of [
    ["backtest", "china-2024-history", "--outcomes", "/dev/zero"],
    ["validate", "/dev/zero"],
    ["class", "--resume", "/dev/zero"],
    ["class", "--resume", "/dev/zero", "--results", "x.csv"],
    ["run", "textbook-logit", "--plugin", "/dev/zero"],
    ["import", "/dev/zero"],
  ])
    expect(await inFolder(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining("/dev/zero") });
  const { code, stderr } = await inFolder("backtest", "china-2024-history", "--outcomes", folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${folder}: a folder`)]);
});

test("a game whose seat is a name of JavaScript is refused with the names there are", async () => {
  const game = "game: {base: textbook-logit, rivals: fair, quarters: 4, played: 1, seats: [{vendor: constructor}]}";
  const { code, stderr } = await inFolder("check", put("game.yaml", `extends: textbook-logit\nid: g\n${game}\n`));
  expect(code).toBe(2);
  expect(stderr).toMatch(/game.yaml:3:\d+ .*no vendor “constructor”|unknown vendor “constructor”/);
});

test("optimise takes no vendor that only JavaScript knows", async () => {
  const head = "scenario: textbook-logit\nagents: 300\nmaximise: vendors.a.grossProfit:mean\n";
  const rest = "others: held\nparameters: [{path: demand.mu, range: [0.1, 0.5]}]\n";
  for (const vendor of ["__proto__", "constructor", "nosuch"]) {
    const { code, stderr } = await inFolder("optimise", put("d.yaml", `${head}vendor: ${vendor}\n${rest}`));
    expect(code).toBe(2);
    expect(stderr).toMatch(/there are a, b/);
  }
});

test("a note of any characters leaves slides and pictures that are XML", async () => {
  const words = [
    "report",
    "textbook-logit",
    "--agents",
    "300",
    "--weeks",
    "2",
    "-n",
    "1",
    "--note",
    "a\bb\u001bc\ufffed",
  ];
  expect((await inFolder(...words, "--format", "pptx,svg", "--out", "noted")).code).toBe(0);
  const files = readdirSync(join(folder, "noted")).map((name) => readFileSync(join(folder, "noted", name)));
  const parts = files.flatMap((bytes) => (bytes[0] === 0x50 ? Object.values(unzipSync(bytes)) : [bytes]));
  const texts = parts.map((bytes) => new TextDecoder().decode(bytes)).filter((text) => /^\s*</.test(text));
  expect(texts.length).toBeGreaterThan(20);
  // eslint-disable-next-line no-control-regex -- what XML 1.0 does not hold is looked for
  for (const text of texts) expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
});

test("vendors that are named as formulas are texts in the CSV of a run", async () => {
  const vendors = "vendors: {a: {name: '=1+1'}}";
  put("formula.yaml", `extends: textbook-logit\nid: formula\ntitle: "=cmd()"\n${vendors}\n`);
  expect((await inFolder("report", "formula.yaml", "--agents", "300", "--format", "csv", "--out", "f")).code).toBe(0);
  const files = execFileSync("find", [join(folder, "f"), "-name", "*.csv"], { encoding: "utf8" })
    .trim()
    .split("\n");
  for (const file of files.filter(Boolean)) expect(readFileSync(file, "utf8")).not.toMatch(/(^|[\n,"])[=+@]/);
});
