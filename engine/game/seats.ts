import { hasLastingUsers } from "../demand/demand-model.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { fleetOf } from "./outfit.ts";

/**
 * Vendors a person can play: they sell something by the token in the first quarter, and
 * no dated event decides for them.
 */
export const playable = (scenario: Scenario): string[] =>
  Object.entries(scenario.vendors).flatMap(([id, { products }]) => {
    const sold = Object.values(products).filter((p) => !p.reference);
    const early = sold.some(
      ({ launch }) =>
        launch === null || (launch !== "never" && dayNumber(launch) <= dayNumber(scenario.clock.start) + 91),
    );
    const byToken = sold.every(({ arena }) => (scenario.arenas[arena]?.meter ?? "token") === "token");
    const scripted = scenario.events.some(
      (e) => DECIDED.includes(e.kind) && (e.vendor === id || String(e.product).startsWith(`${id}.`)),
    );
    return early && byToken && !scripted ? [id] : [];
  });

const DECIDED = ["price", "credits", "research-budget", "fleet-size", "allowance"];

/** Which decisions act in a scenario, for a vendor: a textbook market knows prices alone. */
export function choicesOf(scenario: Scenario, vendor: string): { readonly people: boolean; readonly fleet: boolean } {
  const people = hasLastingUsers(scenario);
  return { people, fleet: people && fleetOf(scenario, scenario.vendors[vendor]) !== null };
}
