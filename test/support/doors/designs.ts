import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cells, survives, type Try } from "./tried.ts";

const HEAD = "scenario: textbook-logit\nagents: 20\nweeks: 2\n";
const MU = "parameters: [{path: demand.mu, range: [0.1, 0.5], points: 2}]\n";
const grid = (rest: string): string => `${HEAD}method: grid\n${rest}`;
const axis = (range: string): string => grid(`parameters: [{path: demand.mu, ${range}}]\n`);

const SWEEPS = [
  "",
  "scenario: nosuch\nmethod: grid\n" + MU,
  grid(""),
  grid("parameters: []\n"),
  ...cells(
    "range: [0.5, 0.1]|range: [0.1]|range: [0.1, .nan]|range: [0, 1e308]|range: [0.1, 0.1]|values: []",
    "values: [x]|points: 0",
  ).map(axis),
  axis("range: [0.1, 0.5], points: 10001"),
  axis("range: [0.1, 0.5], points: -1"),
  axis("range: [0, 0.5], scale: log, points: 2"),
  axis("range: [0.1, 0.5], scale: nosuch"),
  ...cells("demand|demand.nosuch|__proto__|vendors.__proto__.x|vendors.*.nosuch|*|demand.mu.|.|clock.weeks").map(
    (path) => grid(`parameters: [{path: "${path}", range: [0.1, 0.5], points: 2}]\n`),
  ),
  grid(`parameters: [${"{path: demand.mu, range: [0.1, 0.5], points: 10000}, ".repeat(3)}]\n`),
  grid(`parameters: [${"{path: demand.mu, range: [0.1, 0.5], points: 2}, ".repeat(2)}]\n`),
  grid(`parameters: [${Array.from({ length: 1000 }, (_, k) => `{path: demand.p${k}, range: [0, 1]}`).join(", ")}]\n`),
  ...["-1", "0", "1e9", ".inf", "x", "2.5"].flatMap((n) => [
    `${HEAD}method: sobol\nruns: ${n}\n${MU}`,
    `${grid(MU)}replications: ${n}\n`,
  ]),
  `${HEAD}method: nosuch\n${MU}`,
  `${HEAD}method: constructor\n${MU}`,
  ...cells(
    "nosuch|market.hhi@2031-01-01|market.hhi@1999-01-01|market.hhi:nosuch|vendors.__proto__.profit",
    "market.constructor|@|:mean",
  ).map((output) => `${grid(MU)}outputs: ["${output}"]\n`),
  `${HEAD}points: [{demand.mu: x}]\n`,
  `${HEAD}points: [{}]\n`,
  `${HEAD}file: nosuch.csv\n`,
  `${HEAD}file: ../../../../etc/passwd\n`,
];
const SEARCHES: readonly (readonly [verb: string, text: string])[] = [
  ["optimise", HEAD + MU],
  ["optimise", `${HEAD}vendor: __proto__\nmaximise: market.hhi\n${MU}`],
  ["optimise", `${HEAD}maximise: market.hhi\nminimise: market.hhi\n${MU}`],
  ["optimise", `${HEAD}maximise: market.hhi\nsubject: ["market.hhi"]\n${MU}`],
  ["calibrate", HEAD + MU],
  ["calibrate", `${HEAD}${MU}targets: [{series: market.hhi, points: {2031-01-01: 1}}]\n`],
  ["calibrate", `${HEAD}${MU}targets: [{series: market.hhi, points: {2024-13-45: 1}}]\n`],
  ["calibrate", `${HEAD}${MU}targets: [{output: market.hhi, value: 1, sd: 0}]\n`],
];

/** Designs that mean nothing, too much, or nearly something. */
export function designTries(folder: string): readonly Try[] {
  mkdirSync(folder, { recursive: true });
  return [...SWEEPS.map((text) => ["sweep", text] as const), ...SEARCHES].map(([verb, text], k) => {
    writeFileSync(join(folder, `${k}.yaml`), text);
    return { what: `${verb}: ${text.slice(0, 200)}`, take: () => survives([verb, `${k}.yaml`], folder) };
  });
}
