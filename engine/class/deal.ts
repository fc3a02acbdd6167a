import type { Place } from "./events.ts";
import type { ClassPlan } from "./plan.ts";
import { type ClassState, holders } from "./state.ts";

/** Who sits where: seats fill evenly, market by market, so that no team is much larger than another. */

export const placesOf = ({ markets, setup }: Pick<ClassPlan, "markets" | "setup">): Place[] =>
  Array.from({ length: markets }, (_, market) => setup.seats.map(({ vendor }) => ({ market, vendor }))).flat();

/** Where the next one goes: the seat that fewest hold, the first of them; of one vendor where one is picked. */
export function emptiest(state: ClassState, vendor?: string): Place {
  const places = placesOf(state.plan).filter((p) => vendor === undefined || p.vendor === vendor);
  const heads = places.map((place) => holders(state, place).length);
  return places[heads.indexOf(Math.min(...heads))];
}

/** Everybody's place in another number of markets, in the order they came. */
export function dealt({ players, plan }: ClassState, markets: number): Record<string, Place> {
  const places = placesOf({ markets, setup: plan.setup });
  return Object.fromEntries(Object.keys(players).map((id, k) => [id, places[k % places.length]]));
}
