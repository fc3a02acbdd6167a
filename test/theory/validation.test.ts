import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CaseFile, validate } from "../../engine/validation.ts";
import type { Branch, Tree } from "../../engine/validation/case.ts";
import { branch } from "../../engine/validation/read.ts";
import { finish, watched } from "../support/work.ts";

const folder = join(import.meta.dirname, "../../scenarios/validation");
const cases = readdirSync(folder)
  .filter((f) => f.endsWith(".json"))
  .map((f) => JSON.parse(readFileSync(join(folder, f), "utf8")) as CaseFile);
const named = (id: string) => cases.find((c) => c.id.startsWith(id))!;

/** Names of all that is no record, each once. */
const namesIn = (tree: Tree): string[] => [
  ...new Set(
    Object.entries(branch(tree)).flatMap(([key, x]) => (Object.keys(branch(x)).length > 0 ? namesIn(x) : [key])),
  ),
];

/** A tree with one name misspelt, wherever it stands. */
const renamed = (tree: Tree, name: string): Tree =>
  Object.keys(branch(tree)).length === 0
    ? tree
    : Object.fromEntries(
        Object.entries(branch(tree)).map(([key, x]) => [key === name ? `${key}_x` : key, renamed(x, name)]),
      );

describe("published results", () => {
  test.for(cases.map((c) => [c.id, c] as const))("%s is reproduced to its tolerance", ([, file]) => {
    const { result: verdict, shares } = watched(validate(file));
    expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([]);
    if (verdict.status === "slow") return expect(verdict.rows).toEqual([]); // test/slow runs it
    expect(verdict.rows.filter((r) => !r.pass)).toEqual([]);
    expect(verdict.status).toBe("pass");
    expect(verdict.rows.length).toBeGreaterThan(0);
  });

  test("a case that expects something else fails, at the number that differs", () => {
    const file = structuredClone(named("c05d")) as unknown as { expected: Record<string, { profit: number }> };
    file.expected["k=0.5"].profit += 0.01;
    const verdict = finish(validate(file as unknown as CaseFile));
    expect(verdict.status).toBe("fail");
    expect(verdict.rows.filter((r) => !r.pass).map((r) => r.path)).toEqual(["k=0.5.profit"]);
  });

  test("a case is computed from its parameters: other costs give other prices", () => {
    const file = structuredClone(named("c02a")) as unknown as { params: { c: number[] } };
    file.params.c[0] += 0.2;
    expect(finish(validate(file as unknown as CaseFile)).status).toBe("fail");
  });

  test("a case that lacks what its solver needs says which", () => {
    const params = { ...(named("c01d").params as Branch), demand: {} };
    const verdict = finish(validate({ ...named("c01d"), params }, { all: true }));
    expect(verdict.status).toBe("not-covered");
    expect(verdict.reason?.en).toContain("“a”");
  });

  test("what a solver does not read is refused by name, never answered without", () => {
    const wrong: readonly Branch[] = [{ outside_good: 3 }, { F: "uniform" }];
    for (const more of wrong) {
      const params = { ...(named("c03a").params as Branch), ...more };
      const verdict = finish(validate({ ...named("c03a"), params }));
      expect(verdict).toMatchObject({ status: "not-covered", rows: [] });
      for (const key of Object.keys(more)) expect(verdict.reason?.en).toContain(key);
    }
  });

  const quick = cases.filter((file) => finish(validate(file)).status !== "slow").map((c) => [c.id, c] as const);
  test.for(quick)("of %s, no number that is held against something may bear another name", ([, file]) => {
    const ends = finish(validate(file)).rows.map(({ path }) => /([^.]+?)(\[\d+\])*$/.exec(path)![1]);
    const names = namesIn(file.expected).filter((name) => ends.includes(name) && !/^[\d.]/.test(name));
    for (const name of names.slice(0, 10)) {
      const { status } = finish(validate({ ...file, expected: renamed(file.expected, name) }));
      expect({ name, passes: status === "pass" }).toEqual({ name, passes: false });
    }
  });

  test("a tolerance that is no number is refused by name", () => {
    const verdict = finish(validate({ ...named("c01a"), tolerance: { abs: 1e-8, abss: 1e-3 } }));
    expect(verdict.reason?.en).toContain("tolerance.abss");
    expect(finish(validate({ ...named("c01a"), tolerance: { abs: "1e-8" } })).status).toBe("not-covered");
    const serving = finish(validate({ ...named("serving-steps"), tolerance: { default: 1, "lv-1": 0.2 } }));
    expect(serving.reason?.en).toContain("tolerance.lv-1");
  });

  test("alternating moves: the cycle has its own equilibrium checks, and profits stated are profits checked", () => {
    const file = named("c05a");
    const exact = { "9/10": { alpha: "3526523/16576523", edgeworth_exact_mpe: true } };
    const cycle = { ...file, expected: { exact, negative_checks: { edgeworth_at_0p9: true } } };
    expect(finish(validate(cycle))).toMatchObject({ status: "pass" });
    const wrong = { ...(file.params as Branch), profits_x36: [0, 5, 8, 9, 8, 5, 1] };
    const verdict = finish(validate({ ...cycle, params: wrong }));
    expect(verdict.rows.filter((r) => !r.pass).map((r) => r.path)).toEqual(["profits_x36[6]"]);
  });

  test("a case no solver covers is listed with the reason, in both languages", () => {
    const verdict = finish(validate({ ...named("c05d"), topic: "sealed-bid auctions" }));
    expect(verdict.status).toBe("not-covered");
    expect(verdict.reason?.en).toContain("sealed-bid auctions");
    expect(verdict.reason?.zh).toContain("sealed-bid auctions");
  });
});
