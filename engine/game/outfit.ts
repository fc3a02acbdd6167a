import { hasLastingUsers } from "../demand/demand-model.ts";
import type { FleetPlan, ResearchPlan, Scenario, Vendor } from "../scenario/scenario.ts";

/**
 * What a seat needs so that each of its decisions can act, where the scenario is silent. Assumptions all:
 * research that brings two steps of 0.1 in ln g a year at 2.8 million dollars a week, with diminishing returns;
 * a fleet on orders of eight weeks. Research begins at nothing spent beyond the scenario's outlays, so an
 * undecided seat is as the scenario has it.
 */
const REFERENCE_USD = 2.8e6; // [USD/week]

/** Money of the scenario's currency per dollar. */
const perDollar = ({ fx, currency }: Scenario): number => (currency === "USD" ? 1 : (fx.USD ?? 1));

export function researchOf(scenario: Scenario, { research }: Vendor): ResearchPlan {
  if (research) return research;
  return {
    spend: 0,
    reference: REFERENCE_USD * perDollar(scenario),
    returns: 0.5,
    arrivals: 2,
    step: 0.1,
    catchUp: 0,
    openBoost: 2,
    efficiency: 0.2,
    marginPull: 0,
    caution: 0,
  };
}

/** A vendor with nothing on sale at the start has no demand to size a fleet by: it buys capacity as it is used. */
export function fleetOf(scenario: Scenario, { fleet, products }: Vendor): FleetPlan | null {
  if (fleet) return fleet;
  const onSale = Object.values(products).some(
    ({ launch }) => launch === null || (launch !== "never" && launch <= scenario.clock.start),
  );
  if (!onSale || !hasLastingUsers(scenario)) return null;
  return { gpus: null, leadWeeks: 8, planWeeks: 8, ceiling: 0.9, releasePerWeek: 0.04, leastPerProduct: 8 };
}
