import { patchScenario, readPath } from "../scenario/patch.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** A parameter that is not known, and every place of a scenario that it sets. */
export interface DrawnParameter {
  readonly path: string;
  readonly places: readonly { readonly path: string; readonly times: number }[];
  readonly from: number | null; // what the scenario they were drawn for has there
}

/** Equally likely values of what is not known of a scenario: plain data, as `posterior` writes it. */
export interface Draws {
  readonly scenario: string; // id
  readonly parameters: readonly DrawnParameter[];
  readonly draws: readonly (readonly number[])[]; // draw x parameter
}

const PRECISION = 1e-9;

/**
 * The scenario of replication k: draw k of what is not known (they repeat where there are fewer), each with luck of its
 * own. What somebody has set by hand is known and stays, as does what another scenario does not have.
 */
export function drawnScenario(scenario: Scenario, { parameters, draws }: Draws, replication: number): Scenario {
  const draw = draws[replication % draws.length];
  const values = parameters.flatMap(({ path, places, from }, d) => {
    const own = readPath(scenario, path);
    const untouched = typeof own === "number" && from !== null && Math.abs(own - from) <= PRECISION * Math.abs(from);
    if (!untouched) return [];
    const there = places.filter((place) => typeof readPath(scenario, place.path) === "number");
    return there.map((place) => [place.path, draw[d] * place.times] as const);
  });
  return patchScenario(scenario, Object.fromEntries(values));
}

/** What run k of several is of: the first is the scenario as it stands, the line that is drawn within the band. */
export const drawnRun = (scenario: Scenario, draws: Draws, replication: number): Scenario =>
  replication === 0 ? scenario : drawnScenario(scenario, draws, replication);

/** Whether any of the parameters stands in a scenario as it was drawn for. */
export const drawable = (scenario: Scenario, draws: Draws): boolean =>
  draws.draws.length > 0 && drawnScenario(scenario, draws, 0) !== scenario;
