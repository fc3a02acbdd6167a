import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type OpenWith, readDesign, readScenario, resolveExperiment } from "../../engine/authoring.ts";
import { prepareCalibrate } from "../../experiments/calibrate.ts";
import { prepareOptimise } from "../../experiments/optimise.ts";
import { libraryText } from "../support/scenarios.ts";

const root = join(import.meta.dirname, "../..");
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);

/** Every fenced block of the documents that is a design: it names its scenario. */
const designs = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map((block) => block[1])
    .filter((text) => /^scenario:/m.test(text))
    .map((text, k) => ({ name: `${page}, design ${k + 1}`, text })),
);

/** Tables that the documents' designs name. */
const TABLE = "date,vendor,token_share\n2024-05-01,alibaba,19 %\n2024-06-01,alibaba,\n2024-07-01,alibaba,20 %\n";

test.each(designs)("$name is accepted as it is written", ({ name, text }) => {
  const design = readDesign(text, name, (file) => ({ file, text: TABLE }));
  const open: OpenWith = (set) => {
    const found = libraryText(design.file.scenario);
    return readScenario(found.text, { file: found.file, set, resolve: libraryText });
  };
  const { targets, maximise, minimise, goal } = design.file;
  if (targets.length > 0) expect(prepareCalibrate(design, open).axes.length).toBeGreaterThan(0);
  else if (maximise ?? minimise ?? goal) expect(prepareOptimise(design, open).axes.length).toBeGreaterThan(0);
  else {
    const methods = ["latin-hypercube", "grid", "list", "sobol", "replicate", "one-at-a-time", "morris", "saltelli"];
    expect(resolveExperiment(design, open, methods).plan.runs).toBeGreaterThan(0);
  }
});

test("the documents show designs of every verb that reads one", () => {
  expect(designs.length).toBeGreaterThanOrEqual(5);
});
