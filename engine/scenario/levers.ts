import { patchScenario } from "./patch.ts";
import type { Lever, Scenario } from "./scenario.ts";

/** What a lever sets at a value: every path of it, the further ones in proportion. */
export const leverValues = ({ paths }: Pick<Lever, "paths">, value: number): [path: string, value: number][] =>
  paths.map(({ path, times }) => [path, value * times]);

/** A scenario with one lever moved. */
export const withLever = (scenario: Scenario, lever: Lever, value: number): Scenario =>
  patchScenario(scenario, Object.fromEntries(leverValues(lever, value)));
