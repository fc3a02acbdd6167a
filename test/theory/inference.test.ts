import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseFile, Row, Tree } from "../../engine/validation/case.ts";
import { validate } from "../../engine/validation/index.ts";

const folder = join(import.meta.dirname, "../../scenarios/validation");
const read = (id: string): CaseFile => JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));

function verdict(file: CaseFile) {
  const work = validate(file);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const leaves = (tree: Tree): number =>
  typeof tree === "object" && tree !== null ? Object.values(tree).reduce((n: number, x) => n + leaves(x), 0) : 1;

const said = ({ path, expected, got }: Row) => `${path}: expected ${String(expected)}, got ${String(got)}`;

describe("published figures of serving", () => {
  test.each(["serving-dimensions", "serving-accounts", "serving-steps"])(
    "%s come out within the tolerance stated, every one of them",
    (id) => {
      const file = read(id);
      const { rows } = verdict(file);
      expect(rows.filter((r) => !r.pass).map(said)).toEqual([]);
      expect(rows.length).toBe(leaves(file.expected));
    },
  );
  test("a figure that is off by a tenth of a percent fails where it must be exact", () => {
    const file = read("serving-dimensions");
    const wrong = { ...file, expected: { ...(file.expected as object), "kv-02": 34595 } } as CaseFile;
    expect(
      verdict(wrong)
        .rows.filter((r) => !r.pass)
        .map((r) => r.path),
    ).toEqual(["kv-02"]);
  });
  test("a quantity nobody computes is not covered, rather than passed over", () => {
    const file = read("serving-accounts");
    const odd = { ...file, params: { x: { quantity: "horoscope" } }, expected: { x: 1 } } as CaseFile;
    expect(verdict(odd).status).toBe("not-covered");
  });
});
