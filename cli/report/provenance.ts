import type { Scenario } from "../../engine/index.ts";
import type { Provenance } from "../../engine/authoring.ts";

type Sources = Readonly<Record<string, Provenance>>;

const known = new WeakMap<Scenario, Sources>();

/** A scenario as loaded, whose reports can say where its numbers come from. A copy changed by its user is another. */
export function remembered(scenario: Scenario, provenance: Sources): Scenario {
  known.set(scenario, provenance);
  return scenario;
}

export const provenanceOf = (scenario: Scenario): Sources => known.get(scenario) ?? {};
