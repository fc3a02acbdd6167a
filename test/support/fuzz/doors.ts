import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDesign, readScenario, resolveExperiment, ScenarioErrors } from "../../../engine/authoring.ts";
import { compileFormula, FormulaError } from "../../../engine/authoring.ts";
import { readCsv } from "../../../engine/text/csv.ts";
import { readLink } from "../../../ui/store/link.ts";
import { readGame } from "../../../engine/game/index.ts";
import { dayNumber, isoDate } from "../../../engine/index.ts";
import type { Draws } from "../faults/seeded.ts";
import { libraryText, simulate } from "../scenarios.ts";
import { grafted } from "./grafted.ts";
import { mutated } from "./mutate.ts";

/** Where text comes in: how one is drawn, and what is made of it. What that throws is a fault. */
interface Door {
  readonly name: string;
  draw(draw: Draws): string;
  /** Whether it was taken; a refusal in words is none. */
  take(text: string): Promise<boolean> | boolean;
}

const root = join(import.meta.dirname, "../../..");
const folder = (path: string, ending: string): string[] =>
  readdirSync(join(root, path))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, path, name), "utf8"));

/** Texts that once did harm, each in a file: found by this, or by hand. */
const kept = (door: string): string[] => folder("test/support/fuzz/corpus", `.${door}`);

const TEXTBOOKS = ["textbook-logit", "textbook-bertrand", "textbook-learning", "textbook-punishment"];
/** Without what is only told: most of a text would be that, and most slips in it. */
const told = /^(#.*|(question|description):.*|  (en|zh): .*|expect:(\n  - .*)+)\n?/gm;
const bare = (id: string): string => `${libraryText(id).text.replace(told, "")}\nquestion: q\ndescription: d\n`;
const SMALL = [...TEXTBOOKS.map(bare), ...TEXTBOOKS.map((id) => `extends: ${id}\nid: x\n`)];
const LIBRARY = folder("scenarios/library", ".yaml");
const WEEKS = 4; // of a run: long enough for vendors to see what came of their first prices, and to answer

const read = (text: string) => readScenario(text, { file: "f", resolve: libraryText });
const orRefused = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof ScenarioErrors || error instanceof FormulaError) return false;
    throw error;
  }
};

function scenario(text: string): void {
  const { scenario: s } = read(text);
  assertFinite(s, "scenario");
  readGame(s);
  const end = isoDate(dayNumber(s.clock.start) + 7 * WEEKS);
  const clock = { ...s.clock, end: end < s.clock.end ? end : s.clock.end, burnInWeeks: 0 };
  const { product, vendor, market } = simulate({ ...s, clock, demand: { ...s.demand, agents: 50 } as never });
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

const slips = (corpus: readonly string[]) => (draw: Draws) => mutated(corpus, draw);

export const DOORS: readonly Door[] = [
  {
    name: "scenario",
    draw: slips([...SMALL, ...kept("scenario")]),
    take: (text) => orRefused(() => scenario(text)),
  },
  {
    name: "well-formed scenario",
    draw: grafted(
      TEXTBOOKS.map((id) => libraryText(id).text),
      LIBRARY,
    ),
    take: (text) => orRefused(() => scenario(text)),
  },
  { name: "design", draw: slips([...DESIGNS, ...kept("design")]), take: (text) => orRefused(() => design(text)) },
  {
    name: "formula",
    draw: slips(["a + 2 * b ^ 3", "max(0, a - b) / (a + 1)", "a > b ? exp(a) : clamp(b, 0, 1)", ...kept("formula")]),
    take: (text) => orRefused(() => void compileFormula(text, ["a", "b"]).evaluate({ a: 1, b: 2 })),
  },
  {
    name: "link",
    draw: slips([
      "s=china-2024&l=entrant-price:4&c=2024-08-19~alibaba.qwen-plus~4~12&p=%7B%22demand.mu%22%3A0.2%7D&seed=7",
    ]),
    take: async (text) => (await readLink(text)).problems.length === 0,
  },
  {
    name: "table",
    draw: slips(["a;b\n1;2\n", '"a","b"\n"x ""y""",2\n']),
    take: (text) => readCsv(text).rows.length > 0,
  },
];

function assertFinite(x: unknown, path: string): void {
  if (typeof x === "number" && !Number.isFinite(x)) throw new Error(`${path} is ${x}`);
  if (typeof x === "object" && x !== null) for (const [k, v] of Object.entries(x)) assertFinite(v, `${path}.${k}`);
}

/** A purse without a limit is infinite, and a vendor without a fleet has no GPUs: all else is a number. */
const WITHOUT: Readonly<Record<string, number>> = {
  cash: Infinity,
  purse: Infinity,
  gpus: NaN,
  utilisation: NaN,
};

function assertNumbers(columns: Readonly<Record<string, ArrayLike<number>>>): void {
  for (const [name, column] of Object.entries(columns)) {
    const strange = Array.from(column).find((x) => !Number.isFinite(x) && !Object.is(x, WITHOUT[name]));
    if (strange !== undefined) throw new Error(`${name} is ${strange}`);
  }
}
