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
  expect(verdict.reason?.zh).not.toBe("");
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
