import { exp, log } from "../math/elementary.ts";
import { dropEvents, editDemand, editSegments } from "../mechanisms/edit.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { asItHappened } from "./share.ts";
import { shapley } from "./shapley.ts";

/**
 * What multiplies tokens. `price`: cuts and what the war wakes, launches apart; `entry`: people who begin to use such
 * products; `awareness`: people who hear of them; `needs`: volumes that grow by themselves.
 */
export const GROWTH_CAUSES = ["price", "entry", "awareness", "needs"] as const;
export type GrowthCause = (typeof GROWTH_CAUSES)[number];

/**
 * The 16 scenarios of an attribution, in the order of coalitions: bit k set = GROWTH_CAUSES[k] as it is, else absent.
 */
export function growthCoalitions(scenario: Scenario, actual: Recording): Scenario[] {
  const scripted = asItHappened(scenario, actual);
  return Array.from({ length: 2 ** GROWTH_CAUSES.length }, (_, set) =>
    GROWTH_CAUSES.reduce((s, cause, k) => (set & (1 << k) ? s : ABSENT[cause](s)), scripted),
  );
}

export interface GrowthAttribution {
  /** Tokens at the end over tokens at the start. */
  readonly times: number;
  readonly causes: Readonly<Record<GrowthCause, number>>; // factors; with `rest` they multiply to `times`
  readonly rest: number; // what grows with all four absent: launches, newcomers of before ramping up
}

/**
 * From tokens at the start and tokens at the end in each coalition. Shapley values of ln
 * tokens, so that causes multiply.
 */
export function attributeGrowth(start: number, ends: ArrayLike<number>): GrowthAttribution {
  const values = shapley(Array.from(ends, (x) => log(x)));
  const causes = Object.fromEntries(GROWTH_CAUSES.map((c, k) => [c, exp(values[k])])) as Record<GrowthCause, number>;
  return { times: ends[ends.length - 1] / start, causes, rest: ends[0] / start };
}

const ABSENT: Readonly<Record<GrowthCause, (s: Scenario) => Scenario>> = {
  price: (s) => dropEvents(s, "price"),
  entry: (s) => editDemand(s, () => ({ entry: false })),
  awareness: (s) =>
    editDemand(s, ({ awareness: { start } }) => ({ awareness: { start, innovate: 0, imitate: 0, news: 0 } })),
  needs: (s) =>
    editSegments(
      editDemand(s, () => ({ growth: 0 })),
      () => ({ growth: null }),
    ),
};
