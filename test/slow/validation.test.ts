import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type CaseFile, validate } from "../../engine/validation.ts";
import { finish } from "../support/work.ts";

const read = (id: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../scenarios/validation/${id}.json`), "utf8")) as CaseFile;

test.for(["c01d_calvano_qlearning", "c03c_bdks2010_forgetting_mpe"])("%s is reproduced", (id) => {
  const verdict = finish(validate(read(id), { all: true }));
  expect(verdict.rows.filter((r) => !r.pass)).toEqual([]);
  expect(verdict.status).toBe("pass");
});
