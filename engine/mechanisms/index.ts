import type { Scenario } from "../scenario/scenario.ts";
import { conductMechanisms } from "./conduct.ts";
import { costMechanisms } from "./cost.ts";
import { demandMechanisms } from "./demand.ts";
import { industryMechanisms } from "./industry.ts";
import type { Mechanism } from "./mechanism.ts";
import { tariffMechanisms } from "./tariffs.ts";

export { tariffMechanisms } from "./tariffs.ts";
export type { Mechanism } from "./mechanism.ts";

const number = ({ id }: Mechanism) => Number(id.slice(2));

/** The article's 24 mechanisms, in its order. */
export const mechanisms: readonly Mechanism[] = [
  ...costMechanisms,
  ...conductMechanisms,
  ...demandMechanisms,
  ...industryMechanisms,
].toSorted((a, b) => number(a) - number(b));

/** What a scenario's `off` may list. */
export const mechanismIds: readonly string[] = [...mechanisms, ...tariffMechanisms].map(({ id }) => id);

/** The scenario with what it lists in `off` made neutral. */
export function switchOff(scenario: Scenario): Scenario {
  return [...mechanisms, ...tariffMechanisms]
    .filter(({ id }) => scenario.off.includes(id))
    .reduce((s, m) => m.off(s), scenario);
}
