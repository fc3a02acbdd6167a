import type { ClassEvent } from "../engine/class/index.ts";

/** What a clock is read from: the date, and time that only goes forward; both in [ms]. */
interface Sources {
  wall(): number;
  ticks(): number;
}

const SYSTEM: Sources = { wall: Date.now, ticks: () => performance.now() };

/**
 * A class's clock [ms since 1970]. It goes on evenly when somebody sets the computer's: a round neither ends at once
 * nor lasts an hour more; nobody who writes seems to write too often. After a restart it is not behind what is kept.
 */
export function classClock(events: readonly ClassEvent[], { wall, ticks }: Sources = SYSTEM): () => number {
  const began = events.reduce((latest, { at }) => Math.max(latest, at), wall());
  const from = ticks();
  return () => Math.round(began + ticks() - from);
}
