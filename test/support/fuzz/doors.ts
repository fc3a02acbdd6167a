import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDesign, readScenario, resolveExperiment, ScenarioErrors } from "../../../engine/authoring.ts";
import { compileFormula, FormulaError } from "../../../engine/authoring.ts";
import { readCsv } from "../../../engine/text/csv.ts";
import { readLink } from "../../../ui/store/link.ts";
import { readGame } from "../../../engine/game/index.ts";
import { libraryText, simulate } from "../scenarios.ts";

/** Where text comes in: a corpus of what is right, and what is made of a text. What it throws is a fault. */
interface Door {
  readonly name: string;
  readonly corpus: readonly string[];
  take(text: string): Promise<void> | void;
}

const root = join(import.meta.dirname, "../../..");
const folder = (path: string, ending: string): string[] =>
  readdirSync(join(root, path))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, path, name), "utf8"));

/** Texts that once did harm, each in a file: found by this, or by hand. */
const kept = (door: string): string[] => folder("test/support/fuzz/corpus", `.${door}`);

const TEXTBOOKS = ["textbook-logit", "textbook-bertrand", "textbook-learning", "textbook-punishment"];
const SMALL = [...TEXTBOOKS.map((id) => libraryText(id).text), ...TEXTBOOKS.map((id) => `extends: ${id}\nid: x\n`)];
const RUN_EVERY = 20;

const read = (text: string) => readScenario(text, { file: "f", resolve: libraryText });
const orRefused = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ScenarioErrors || error instanceof FormulaError)) throw error;
  }
};

let runs = 0;

function scenario(text: string): void {
  const { scenario: s } = read(text);
  assertFinite(s, "scenario");
  readGame(s);
  if (++runs % RUN_EVERY !== 0) return;
  const weeks = { ...s.clock, end: s.clock.start, burnInWeeks: 0 };
  const { product, vendor, market } = simulate({ ...s, clock: weeks, demand: { ...s.demand, agents: 50 } as never });
  assertNumbers({ ...product, ...vendor, ...market });
}

function design(text: string): void {
  const opened = readDesign(text, "d", () => null);
  const open = (set: Readonly<Record<string, string>>) =>
    readScenario(libraryText("textbook-logit").text, { file: "f", set, resolve: libraryText });
  resolveExperiment(opened, open, ["latin-hypercube", "grid", "sobol", "morris", "list", "one-at-a-time"]);
}

const DESIGNS = [
  ...folder("scenarios/designs", ".yaml"),
  "scenario: x\nmethod: grid\nparameters: [{path: demand.mu, range: [0.1, 0.5], points: 3}]\noutputs: [market.hhi]\n",
  "scenario: x\npoints: [{demand.mu: 0.2}, {demand.mu: 0.3}]\noutputs: [market.tokens:mean@2024-03]\n",
];

export const DOORS: readonly Door[] = [
  { name: "scenario", corpus: [...SMALL, ...kept("scenario")], take: (text) => orRefused(() => scenario(text)) },
  { name: "design", corpus: [...DESIGNS, ...kept("design")], take: (text) => orRefused(() => design(text)) },
  {
    name: "formula",
    corpus: ["a + 2 * b ^ 3", "max(0, a - b) / (a + 1)", "a > b ? exp(a) : clamp(b, 0, 1)", ...kept("formula")],
    take: (text) => orRefused(() => void compileFormula(text, ["a", "b"]).evaluate({ a: 1, b: 2 })),
  },
  {
    name: "link",
    corpus: ["s=china-2024&l=entrant-price:4&c=2024-08-19~alibaba.qwen-plus~4~12&p=%7B%22demand.mu%22%3A0.2%7D&seed=7"],
    take: async (text) => void (await readLink(text)),
  },
  { name: "table", corpus: ["a;b\n1;2\n", '"a","b"\n"x ""y""",2\n'], take: (text) => void readCsv(text) },
];

function assertFinite(x: unknown, path: string): void {
  if (typeof x === "number" && !Number.isFinite(x)) throw new Error(`${path} is ${x}`);
  if (typeof x === "object" && x !== null) for (const [k, v] of Object.entries(x)) assertFinite(v, `${path}.${k}`);
}

/** NaN is a gap (a price before its launch), an infinite purse one without a limit; all else infinite is a fault. */
function assertNumbers(columns: Readonly<Record<string, unknown>>): void {
  for (const [name, column] of Object.entries(columns))
    if (
      name !== "cash" &&
      ((column as Float64Array).includes?.(Infinity) || (column as Float64Array).includes?.(-Infinity))
    )
      throw new Error(`${name} is not finite`);
}
