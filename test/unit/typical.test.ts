import { expect, test } from "vitest";
import { compile, drawnAlike, type Scenario } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

const scenario = { ...library("china-2024", { "demand.agents": 50 }), typical: 3 };
const plain: Scenario = { ...scenario, typical: undefined };
const luck = (s: Scenario, seed: string, replication: number) => compile(s, { seed, replication }).seed;

test("the run nearest the median comes first and the first takes its place: twenty runs stay the same twenty", () => {
  const order = [3, 1, 2, 0, 4, 5];
  expect(order.map((_, k) => luck(scenario, "1", k))).toEqual(order.map((k) => luck(plain, "1", k)));
});

test("it is a run of seed 1: other seeds are as they were", () => {
  expect([0, 3].map((k) => luck(scenario, "2", k))).toEqual([0, 3].map((k) => luck(plain, "2", k)));
});

test("scenarios whose runs come in another order pair nothing by their number", () => {
  expect(drawnAlike(scenario, scenario)).toBe(true);
  expect(drawnAlike(scenario, plain)).toBe(false);
});
