import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type CaseFile, validate } from "../../engine/validation.ts";
import { finish } from "../support/work.ts";

const folder = join(import.meta.dirname, "../../scenarios/validation");

/** A shipped case, changed as somebody's own may be. */
function verdictOf(id: string, change: (file: Changed) => void) {
  const file = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Changed;
  change(file);
  return finish(validate(file as unknown as CaseFile));
}
interface Changed {
  params: Record<string, unknown> & { types: Record<string, unknown>[] };
  expected: Record<string, Record<string, unknown>>;
  [key: string]: unknown;
}

/** One entry of a quantity, changed. */
function bad({ params }: Changed, quantity: string, change: object): void {
  const entry = Object.values(params).find((x) => (x as { quantity?: unknown }).quantity === quantity);
  Object.assign(entry as object, change);
}

const refused: readonly (readonly [what: string, id: string, change: (file: Changed) => void, named: string])[] = [
  [
    "a misspelt quantity",
    "mixed-logit-types",
    (f) => (f.expected.at_p.own_elasticities = [-99]),
    "at_p.own_elasticities",
  ],
  ["one that no solver computes", "mixed-logit-types", (f) => (f.expected.at_p.welfare = 7), "at_p.welfare"],
  ["a formula that there is not", "price-indices", (f) => (f.expected.direct.jevonss = [1, 9, 9]), "direct.jevonss"],
  ["two misspelt", "network-tipping", (f) => Object.assign(f.expected, { tipping: 9, shares: [9] }), "tipping, shares"],
  [
    "a key of an entry of a list",
    "network-tipping",
    (f) => ((f.expected.equilibria as unknown as Record<string, unknown>[])[0].stablee = true),
    "equilibria[0].stablee",
  ],
  ["a parameter of a type", "mixed-logit-types", (f) => (f.params.types[0].loyalty = 3), "types[0].loyalty"],
  ["a key of the case", "mixed-logit-types", (f) => (f.tolerence = {}), "tolerence"],
  ["shares of types", "mixed-logit-types", (f) => (f.params.types[0].share = 0.9), "add up to 1, got 0.9 + 0.3"],
  ["a negative share", "mixed-logit-types", (f) => f.params.types.forEach((t, k) => (t.share = 2 - 3 * k)), "2 + -1"],
  [
    "mu below 0",
    "mixed-logit-types",
    (f) => (f.params.types[0].mu = -0.25),
    "“mu”: expected a number above 0, got -0.25",
  ],
  ["mu of 0", "network-tipping", (f) => (f.params.mu = 0), "“mu”: expected a number above 0"],
  ["mu of 0 with loyalty", "state-dependence", (f) => (f.params.mu = 0), "“mu”: expected a number above 0"],
  [
    "mu of a plain logit",
    "c01a_logit_bertrand_symmetric",
    (f) => (f.params.mu = -1),
    "“mu”: expected a number above 0",
  ],
  ["a price too few", "mixed-logit-types", (f) => (f.params.p = [1.6]), "“p”: expected 3 numbers, one a good, got 1"],
  ["no cost", "c01a_logit_bertrand_symmetric", (f) => (f.params.c = []), "“c”: expected 1 number, one a good, got 0"],
  [
    "costs of fewer firms than a key says",
    "c01a_logit_bertrand_symmetric",
    (f) => (f.params.c = [1]),
    "“c”: expected 2",
  ],
  [
    "half a firm",
    "c01a_logit_bertrand_symmetric",
    (f) => (f.expected = { "n=1.5": {} }),
    "“n”: expected a whole number",
  ],
  ["nobody who owns", "c02b_nested_logit_nash", (f) => (f.params.owner = []), "one a good, got 0"],
  [
    "no strategy",
    "c05a_maskin_tirole_mpe",
    (f) => (f.params.edgeworth_R = null),
    "“edgeworth_R”: expected answers to each",
  ],
  ["prices that are no grid", "c05a_maskin_tirole_mpe", (f) => (f.params.prices = 3), "“prices”: expected a grid"],
  ["an entry that is nothing", "serving-dimensions", (f) => (f.params["kv-02"] = null), "serving-dimensions"],
  [
    "a quantity of JavaScript's",
    "serving-dimensions",
    (f) => (f.params["kv-02"] = { quantity: "constructor" }),
    "serving",
  ],
  ["no run of a calculator", "serving-steps", (f) => (f.params["lv-02"] = null), "serving-steps"],
  [
    "batches that are no list",
    "serving-dimensions",
    (f) => bad(f, "expertsTouched", { batches: 3 }),
    "their shape is not",
  ],
  ["a memory of nothing", "c01d_calvano_qlearning", (f) => (f.params.memory_k = {}), "memory_k"],
  ["another state", "c01d_calvano_qlearning", (f) => (f.params.state = "none"), "state"],
  ["a tolerance of text", "c01d_calvano_qlearning", (f) => (f.tolerance = { Delta_abs: "x" }), "tolerance.Delta_abs"],
  ["a price too few of two", "state-dependence", (f) => (f.params.p = [1.6]), "“p”: expected 2 numbers"],
  ["a worth too few", "mixed-logit-types", (f) => (f.params.types[1].a = [1, 2]), "“a”: expected 3 numbers"],
  ["a cost too many", "state-dependence", (f) => (f.params.c = [1, 1, 1]), "“c”: expected 2 numbers"],
  [
    "types that are not all buyers",
    "state-dependence",
    (f) => (f.params.types = [{ share: 0.5 }, { share: 0.4, loyalty: 0.3 }]),
    "add up to 1",
  ],
];

test.for(refused)("%s is refused by name, and nothing is answered", ([, id, change, named]) => {
  const verdict = verdictOf(id, change);
  expect(verdict).toMatchObject({ status: "not-covered", rows: [] });
  expect(verdict.reason?.en).toContain(named);
  expect(verdict.reason?.zh).not.toMatch(/^$|: expected|parameter/);
});

test("what takes minutes is refused before it is answered", () => {
  const file = JSON.parse(readFileSync(join(folder, "c01d_calvano_qlearning.json"), "utf8")) as CaseFile;
  const work = validate({ ...file, params: { ...(file.params as object), memory_k: 2 } }, { all: true });
  expect(work.next()).toMatchObject({ done: true, value: { status: "not-covered" } });
});

test("what the page lists may be given where the case does not ask for it", () => {
  const only = (key: string) => (f: Changed) => (f.expected = { [key]: f.expected[key] });
  for (const id of ["mixed-logit-types", "state-dependence"])
    for (const key of ["at_p", "nash"]) expect(verdictOf(id, only(key)).status, `${id} ${key}`).toBe("pass");
});

test("types take from all what they do not say of themselves", () => {
  const two = (f: Changed) => {
    f.params.types = [{ share: 0.5 }, { share: 0.5 }];
    const { share, outside } = f.expected.at_p;
    f.expected = { at_p: { share, outside } };
  };
  expect(verdictOf("state-dependence", two).status).toBe("pass");
});
