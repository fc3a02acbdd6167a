import { expect, test } from "vitest";
import { mechanisms, type Scenario, tariffMechanisms } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

const SCENARIOS = ["china-2024", "market-2026", "today", "plan-war", "textbook-learning"].map((id) => library(id));

/** What has no effect where 0 would have one: the same for all, everything allowed, room beyond any use. */
const NEUTRAL: Readonly<Record<string, number>> = {
  flagship: 1, // passed through in full, by tier
  main: 1,
  long: 1,
  reasoning: 1,
  lite: 1,
  tokensPerTask: 1,
  outputPerTask: 1,
  largestCut: 1,
  marginFloor: -20,
  plannedReplicas: 1e6,
};
const DELAYS = { flagship: 0 };

/** A scenario in which no number is neutral, so that whatever is set can be seen. It is not for running. */
const odd = <T>(x: T): T => {
  if (typeof x === "number") return 0.3719 as T;
  if (Array.isArray(x)) return x.map(odd) as T;
  if (typeof x !== "object" || x === null) return x;
  return Object.fromEntries(Object.entries(x).map(([key, y]) => [key, odd(y)])) as T;
};

type Found = readonly [path: string, value: number];

/** Numbers of the second that the first has not in their place. */
function numbersSet(before: unknown, after: unknown, path: string): Found[] {
  if (typeof after === "number") return Math.abs(after - Number(before)) < 1e-12 ? [] : [[path, after]];
  if (typeof after !== "object" || after === null) return [];
  const was = (before ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([key, x]) => numbersSet(was[key], x, `${path}.${key}`));
}

test.each([...mechanisms, ...tariffMechanisms].map((m) => [m.id, m] as const))(
  "%s switched off has no strength left: every number that it sets is the one without effect",
  (_, { off }) => {
    for (const scenario of SCENARIOS.map((s) => ({ ...odd(s), events: [] }) as Scenario))
      for (const [path, value] of numbersSet(scenario, off(scenario), "")) {
        const name = path.split(".").at(-1)!;
        const neutral = path.includes("tierDelay") ? DELAYS[name as "flagship"] : (NEUTRAL[name] ?? 0);
        expect([path, value]).toEqual([path, neutral]);
      }
  },
);

test("the mechanisms of the article set numbers of their own where they are switched off", () => {
  const set = mechanisms.filter(({ off }) =>
    SCENARIOS.some((s) => {
      const scenario = { ...odd(s), events: [] } as Scenario;
      return numbersSet(scenario, off(scenario), "").length > 0;
    }),
  );
  expect(set.length).toBeGreaterThan(11);
});
