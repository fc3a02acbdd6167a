import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { describe, expect, test } from "vitest";
import { type OpenWith, readDesign, readScenario, resolveExperiment } from "../../engine/authoring.ts";
import { prepareCalibrate } from "../../experiments/calibrate.ts";
import { prepareOptimise } from "../../experiments/optimise.ts";
import { readGameFolder } from "../../server/games/ready-game.ts";
import { blocksIn, root } from "../support/documents/blocks.ts";
import { libraryText } from "../support/scenarios.ts";

/** Table that the documents' designs name. */
const TABLE = "date,vendor,token_share\n2024-05-01,alibaba,19 %\n2024-06-01,alibaba,\n2024-07-01,alibaba,20 %\n";

const read = (text: string) => readScenario(text, { file: "page.yaml", resolve: libraryText });

/** What a block of YAML is, told by a key at its margin, and how it is read; the first that fits. */
const KINDS: readonly (readonly [kind: string, key: RegExp, read: (text: string, name: string) => void])[] = [
  ["manifest of another program", /^(apiVersion|jobs|services):/m, () => {}],
  ["design", /^scenario:/m, design],
  ["scenario", /^(extends|id):/m, (text) => void read(/^id:/m.test(text) ? text : `id: page\n${text}`)],
  ["game", /^seats:/m, game],
  ["rates of 2026", /^fx:/m, (text) => void read(`extends: today\nid: page\n${text}`)],
  ["part of a scenario", /^[a-z]+:/m, (text) => void read(`extends: china-2024\nid: page\n${text}`)],
];

function design(text: string, name: string): void {
  const read = readDesign(text, name, (file) => ({ file, text: TABLE }));
  const open: OpenWith = (set) => {
    const found = libraryText(read.file.scenario);
    return readScenario(found.text, { file: found.file, set, resolve: libraryText });
  };
  const { targets, maximise, minimise, goal } = read.file;
  if (targets.length > 0) expect(prepareCalibrate(read, open).axes.length).toBeGreaterThan(0);
  else if (maximise ?? minimise ?? goal) expect(prepareOptimise(read, open).axes.length).toBeGreaterThan(0);
  else {
    const methods = ["latin-hypercube", "grid", "list", "sobol", "replicate", "one-at-a-time", "morris", "saltelli"];
    expect(resolveExperiment(read, open, methods).plan.runs).toBeGreaterThan(0);
  }
}

/** In a folder beside the scenario of a ready game. */
function game(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), "pricewar-page-"));
  cpSync(join(root, "scenarios/games/01-bertrand"), join(folder, "page"), { recursive: true });
  writeFileSync(join(folder, "page/game.yaml"), text);
  const { rules, scenario } = readGameFolder(folder, "page", { resolve: libraryText });
  expect(Object.keys(scenario.vendors)).toEqual(expect.arrayContaining(rules.seats));
  rmSync(folder, { recursive: true });
}

const found = blocksIn("yaml").map((block) => ({
  ...block,
  kind: KINDS.find(([, key]) => key.test(block.text))?.[0] ?? "none",
}));

describe("YAML of the documents", () => {
  test.each(found)("$name is a $kind that is accepted as it is written", ({ name, text, kind }) => {
    const [, , accept] = KINDS.find(([id]) => id === kind)!;
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
    accept(text, name);
  });
  test("shows each kind, and designs of every verb that reads one", () => {
    expect(KINDS.map(([kind]) => kind).filter((kind) => !found.some((block) => block.kind === kind))).toEqual([]);
    expect(found.filter(({ kind }) => kind === "design").length).toBeGreaterThanOrEqual(5);
  });
});
