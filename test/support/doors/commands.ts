import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileFormula, FormulaError } from "../../../engine/authoring.ts";
import { survives, type Try, words } from "./tried.ts";

const TINY = ["--agents", "50", "--weeks", "4"];
const run = (folder: string, ...line: readonly string[]): Try => ({
  what: line.join(" ").slice(0, 200),
  take: () => survives(line, folder),
});

const SETS = [
  ...words(
    "a= =1 a=1 __proto__=1 .=1 a..b=1 __proto__.x=1 vendors.__proto__={a: 1} constructor=1",
    "extends=china-2024 id=",
  ),
  ...words(
    "demand.mu= demand.mu=x demand.mu=-1 demand.mu.=1 demand.mu=0.2 demand=1 demand={} vendors={}",
    "vendors=null",
  ),
  "vendors.a=null",
  "vendors.a.products.p.price.input=4 USD/Mtok",
  "vendors.a.products.p.price.input=∞",
  "vendors.a.products.p.price.input=１２",
  "clock.weeks=999999999",
  "demand.agents=1e9",
  "demand.agents=0.5",
  "demand.kind=[",
  "title=\u001b[31mred\u202e",
  `title=${"x".repeat(100_000)}`,
  "events.0.date=2024-02-30",
  "expect=[]",
];

/** Paths set on the command line. */
export const setTries = (folder: string): readonly Try[] =>
  SETS.map((set) => run(folder, "check", "textbook-logit", "--set", set));

/** Prices and costs at both ends of what a number can be, run. */
export const extremeTries = (folder: string): readonly Try[] =>
  ["vendors.a.products.p.price", "vendors.a.products.p.cost.input", "costs.gpuPrice"].flatMap((path) =>
    ["1e308", "5e-324", "1e15", "1e-15"].map((x) => {
      const value = path.endsWith("price") ? `{input: ${x}, output: ${x}}` : x;
      return run(folder, "run", "textbook-logit", "--set", `${path}=${value}`, ...TINY);
    }),
  );

const DEEP = 3000;
const FORMULAS = [
  ...words(
    "a+ +a a++b a**b a^^b ( ) (( )) () a() (a (a)) a) a( , a, ,a max max( max() max(,) max(a,) 1. .1",
    "1..2 1e 1e9999",
  ),
  ...words(
    "-1e9999 a/0 0/0 0^-1 a%b a&b a|b a=b a==b a===b a>b>c a?b a?b:c ?: !a ~a a;b a.b a[0] a[b] `a`",
    "'a' \"a\" {a} {} [] \\u0061",
  ),
  ...words(
    "this self window globalThis process require import eval Function constructor __proto__ toString",
    "valueOf hasOwnProperty",
  ),
  ...words(
    "constructor.constructor(a) a.constructor [].filter import('fs') require('fs') process.exit(1)",
    "eval(1) new(a) a=>b i e pi tau NaN Infinity null true false undefined x１ ａ ＋ ∞ √a a\u0000",
    "a\u202eb",
  ),
  "a ".repeat(DEEP),
  "(".repeat(DEEP) + "a" + ")".repeat(DEEP),
  "-".repeat(DEEP) + "a",
  "a+".repeat(DEEP) + "a",
  "max(".repeat(DEEP) + "a" + ")".repeat(DEEP),
  "a?".repeat(DEEP),
  "9".repeat(100_000),
  "",
  " ",
  "\n",
];

/** Formulas, as the reader compiles them: a number comes of it, or a FormulaError. */
export const formulaTries: readonly Try[] = FORMULAS.map((text) => ({
  what: text.slice(0, 60),
  take() {
    try {
      const value = compileFormula(text, ["a", "b", "c"]).evaluate({ a: 1, b: 2, c: 3 });
      if (typeof value !== "number") throw new Error(`${String(value)} is no number`);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
    }
  },
}));

const RULES = [
  ...words(
    "cost 1.1*cost cost/0 0/0 -cost 1e308*1e308 cost^1000 cheapest/cost max(cost,cheapest) min()",
    "cost> nosuch __proto__ week",
  ),
  "cost > 1 ? cost : cheapest",
  "1e-300 * cost",
];

/** Pricing rules of one's own, run. */
export const ruleTries = (folder: string): readonly Try[] =>
  RULES.map((rule) =>
    run(folder, "run", "textbook-logit", "--set", `vendors.a.strategy={kind: formula, formula: "${rule}"}`, ...TINY),
  );

const NAMES = words(
  "constructor __proto__ prototype toString valueOf hasOwnProperty isPrototypeOf length name then",
  "arguments eval default",
);

/** Vendors and products that are called as JavaScript calls its own, run. */
export function nameTries(folder: string): readonly Try[] {
  const product = "{appeal: 2, price: {input: 1.6, output: 1.6}, cost: {kind: curve, input: 1, output: 1}}";
  return NAMES.flatMap((name) =>
    [
      `vendors: {"${name}": {name: N, load: 1, strategy: {kind: hold}, products: {p: ${product}}}}`,
      `vendors: {a: {products: {"${name}": ${product}}}}`,
    ].map((vendors, k) => {
      const file = `${name}-${k}.yaml`;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), `extends: textbook-logit\nid: x\n${vendors}\n`);
      return run(folder, "run", file, ...TINY);
    }),
  );
}

const VERBS = words(
  "run compare ensemble sweep sensitivity optimise calibrate explain equilibrium report export",
  "import merge check cost bill pack diff list new",
);

/** Flags and verbs that nobody meant. */
export const flagTries = (folder: string): readonly Try[] =>
  [
    ...VERBS.flatMap((verb) => [[verb, "--nosuch"], ["list", "new"].includes(verb) ? [verb, "\u001b[2J"] : [verb]]),
    ["nosuch"],
    ["--help"],
    ["run", "textbook-logit", "--agents", "-1"],
    ["run", "textbook-logit", "--agents", "1e99"],
    ["run", "textbook-logit", "--weeks", "0"],
    ["run", "textbook-logit", "--seed", ""],
    ["run", "textbook-logit", "--workers", "0", ...TINY],
    ["run", "textbook-logit", "--lang", "xx"],
    ["run", "textbook-logit", "--out", "/proc/x/y", ...TINY],
    ["run", "textbook-logit", "--out", "", ...TINY],
    ["ensemble", "textbook-logit", "-n", "0"],
    ["ensemble", "textbook-logit", "-n", "1e9"],
    ["ensemble", "textbook-logit", "-n", "2", "--output", "market.hhi@2031-01-01", ...TINY],
    ["ensemble", "textbook-logit", "-n", "2", "--output", "market.hhi@1999-01-01", ...TINY],
    ["ensemble", "textbook-logit", "-n", "2", "--probability", "market.hhi <", ...TINY],
    ["explain", "textbook-logit", "--to", "2024-02-30"],
    ["export", "/etc"],
    ["export", "nosuch"],
    ["cost", "__proto__"],
    ["list", "__proto__"],
    ["diff", "constructor"],
    ["new", "/dev/null/x.yaml"],
  ].map((line) => run(folder, ...line));
