import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CALCULATIONS } from "../support/drawn/calculations.ts";
import { mark } from "../support/drawn/mark.ts";

/**
 * What no run of a scenario goes through: statistics, searches, equilibria, learning, games. Each by its fingerprint
 * to nine digits, so that a change of method shows where it changed a result: `npx tsx scripts/golden.ts`.
 */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, "calculations.json"), "utf8")) as object;

test.each(Object.keys(CALCULATIONS))("%s come to what is recorded", (name) => {
  expect({ [name]: mark(CALCULATIONS[name]()) }).toEqual({ [name]: recorded[name as never] });
});

test("nothing is recorded that is calculated no more", () => {
  expect(Object.keys(recorded)).toEqual(Object.keys(CALCULATIONS));
});
