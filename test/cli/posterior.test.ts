import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const DESIGN = `scenario: no-trigger
agents: 200
weeks: 6
runs: 24
replications: 1
parameters:
  - {path: demand.mu, range: [0.1, 0.4]}
  - {lever: value}
targets:
  - {output: "vendors.bytedance.userShare:mean", value: 5 %, sd: 2 %}
`;

const folder = mkdtempSync(join(tmpdir(), "pricewar-"));
const short = ["--agents", "200", "--weeks", "6", "--quiet"];

test("draws that posterior writes are taken by an ensemble, which says what knowing each number is worth", async () => {
  writeFileSync(join(folder, "known.yaml"), DESIGN);
  const found = await pricewar(["posterior", "known.yaml", "--quiet", "--json"], { cwd: folder });
  expect(found.stderr).toBe("");
  writeFileSync(join(folder, "known.json"), found.stdout);
  const posterior = JSON.parse(found.stdout) as { draws: number[][]; effective: number; parameters: unknown[] };
  expect(posterior.draws).toHaveLength(64);
  expect(posterior.effective).toBeGreaterThan(1);
  const run = (...flags: string[]) =>
    pricewar(["ensemble", "no-trigger", "-n", "6", "--output", "market.tokens", ...short, ...flags], { cwd: folder });
  const [luck, both] = [await run("--json"), await run("--json", "--draws", "known.json")].map(
    ({ stdout }) => JSON.parse(stdout) as { outputs: { sd: number }[]; knowing?: { path: string; share: number }[] },
  );
  expect(luck.knowing).toBeUndefined();
  expect(both.outputs[0].sd).toBeGreaterThan(1.3 * luck.outputs[0].sd);
  expect(both.knowing!.map(({ path }) => path)).toEqual(["demand.mu", "demand.valueLevel"]);
  expect((await run("--draws", "known.json")).stdout).toContain("one of 64 draws of what is not known");
});

test.each([
  ["nowhere", "china-2024", /no file and no scenario with draws “nowhere”/],
  ["known.yaml", "china-2024", /not valid JSON|no draws/],
  ["empty.json", "china-2024", /no draws/],
  ["china-2024", "textbook-logit", /textbook-logit has no demand.valueLevel \(nor 9 more\)/],
])("refuses the draws %s on %s by name", async (draws, scenario, said) => {
  writeFileSync(join(folder, "empty.json"), '{"scenario":"x","parameters":[],"draws":[]}');
  const { stderr, code } = await pricewar(["ensemble", scenario, "-n", "2", "--draws", draws, ...short], {
    cwd: folder,
  });
  expect(stderr).toMatch(said);
  expect(code).toBe(2);
});

test("compare and report take draws into their bands, and say so", async () => {
  const run = (verb: string, ...flags: string[]) =>
    pricewar([verb, "no-trigger", ...(verb === "compare" ? ["china-2024"] : []), "-n", "4", ...short, ...flags], {
      cwd: folder,
    });
  const told = await run("compare", "--draws", "known.json");
  expect(told.stdout.replaceAll(/\s+/g, " ")).toMatch(/one of 64 draws of what is not known.* mean over the draws/);
  const [luck, both] = [await run("compare", "--json"), await run("compare", "--json", "--draws", "known.json")].map(
    ({ stdout }) => JSON.parse(stdout) as { draws?: number; differences: [{ tokens: { base: number } }] },
  );
  expect([luck.draws, both.draws]).toEqual([undefined, 64]);
  expect(both.differences[0].tokens.base).not.toBeCloseTo(luck.differences[0].tokens.base, 3);
  const paper = await run("report", "--draws", "known.json", "--template", "technical", "--format", "md", "--out", "p");
  expect(paper.stderr).not.toContain("--draws");
  const text = readFileSync(join(folder, "p", readdirSync(join(folder, "p"))[0]), "utf8");
  expect(text).toContain("what the public record leaves open");
  expect(text).toContain("--draws known.json");
});
