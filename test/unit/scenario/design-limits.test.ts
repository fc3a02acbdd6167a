import { expect, test } from "vitest";
import {
  type OpenWith,
  readDesign,
  readScenario,
  resolveExperiment,
  ScenarioErrors,
} from "../../../engine/authoring.ts";
import { samplers } from "../../../engine/index.ts";
import { libraryText } from "../../support/scenarios.ts";

let reads = 0;
const open: OpenWith = (set) => {
  reads++;
  return readScenario(libraryText("textbook-logit").text, { ...libraryText("textbook-logit"), set });
};
const METHODS = samplers.list().map(({ id }) => id);

function resolved(text: string, table?: string) {
  reads = 0;
  const design = readDesign(text, "d", table === undefined ? undefined : () => ({ file: "t", text: table }));
  return resolveExperiment(design, open, METHODS);
}

function said(text: string, table?: string): string {
  try {
    resolved(text, table);
    return "";
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.format("en");
    throw error;
  }
}

const head = "scenario: textbook-logit\noutputs: [market.hhi]\n";
const axis = (path: string, points: number) => `{path: ${path}, range: [0.1, 0.5], points: ${points}}`;

test("a design's scenario may have a name of one letter", () =>
  expect(readDesign("scenario: x\noutputs: [market.hhi]\n", "d").file.scenario).toBe("x"));

test("a grid too large for any memory is refused before its points are made", () => {
  const axes = ["mu", "a0", "size"].map((name) => axis(`demand.${name}`, 10_000));
  expect(said(`${head}method: grid\nparameters: [${axes.join(", ")}]\n`)).toMatch(/1000000000000 runs are too many/);
});

test("a replication count multiplies the runs that are too many", () =>
  expect(
    said(`${head}method: sobol\nruns: 1000000\nreplications: 1000\nparameters: [${axis("demand.mu", 2)}]\n`),
  ).toMatch(/1000000000 runs are too many/));

test("a thousand parameters are too many for a method before any of them is read", () => {
  const axes = Array.from({ length: 1000 }, (_, k) => axis(`demand.x${k}`, 2));
  expect(said(`${head}method: grid\nparameters: [${axes.join(", ")}]\n`)).toMatch(/grid takes 1 to 12 parameters/);
  expect(reads).toBe(1); // the scenario as it is
});

test("a path that stands twice in a design is refused: a column of a table would mean nothing", () =>
  expect(said(`${head}method: grid\nparameters: [${axis("demand.mu", 2)}, ${axis("demand.mu", 3)}]\n`)).toMatch(
    /d:4:\d+ {2}parameters.1: demand.mu is there twice/,
  ));

test("a table of ten thousand points is read in a handful of readings of the scenario, to the same settings", () => {
  const rows = Array.from({ length: 10_000 }, (_, k) => `${0.1 + k / 50_000}`);
  const { plan } = resolved(`${head}file: t.csv\n`, `demand.mu\n${rows.join("\n")}\n`);
  expect(plan.runs).toBe(10_000);
  expect(plan.design.axes[0]).toMatchObject({ kind: "list", values: rows.map(Number) });
  expect(reads).toBeLessThan(12);
});

test("a table of one row is a design of one point, and one of none is refused", () => {
  expect(resolved(`${head}file: t.csv\n`, "demand.mu\n0.2\n").plan.runs).toBe(1);
  expect(said(`${head}file: t.csv\n`, "demand.mu\n")).toMatch(/no rows/);
});

test("rows of a table that are not what they seem are refused at their line", () => {
  expect(said(`${head}file: t.csv\n`, "demand.mu\n0.1\n0,2\n")).toMatch(/t:3:1 .*more cells than the first row/);
  expect(said(`${head}file: t.csv\n`, 'demand.mu\n0.1\n"0.2\n0.3\n')).toMatch(/t:3:1 .*nothing closes/);
  expect(said(`${head}file: t.csv\n`, "demand.mu\n0.1\n0x1\n")).toMatch(/t:3:1 /);
});

test("one value out of bounds among ten thousand is still found", () => {
  const rows = Array.from({ length: 10_000 }, (_, k) => (k === 7000 ? "-1" : "0.2"));
  expect(said(`${head}file: t.csv\n`, `demand.mu\n${rows.join("\n")}\n`)).toMatch(
    /t:7002:1 {2}points.7000.demand.mu: .*more than 0/,
  );
});

test("one broken number among whole ones is still found where only whole ones are taken", () => {
  const rows = Array.from({ length: 100 }, (_, k) => (k === 50 ? "100.5" : String(100 + k)));
  expect(said(`${head}file: t.csv\n`, `demand.agents\n${rows.join("\n")}\n`)).toMatch(/whole number/);
});
