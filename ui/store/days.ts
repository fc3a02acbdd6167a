import { dayNumber, isoDate, type Recording, type Scenario } from "../../engine/index.ts";
import { once } from "./once.ts";

/** The days of a clock, one list for all runs on it: what hangs on the days alone is then worked out once. */
export const daysOf = once(({ start, end, tickDays }: Scenario["clock"]): readonly string[] => {
  const first = dayNumber(start);
  const days = Math.floor((dayNumber(end) - first) / tickDays) + 1;
  return Array.from({ length: days }, (_, t) => isoDate(first + t * tickDays));
});

/** A run, its days in the list that others on the same clock have. */
export function onSharedDays({ clock }: Scenario, recording: Recording): Recording {
  const dates = daysOf(clock);
  const same = dates.length === recording.dates.length && dates.every((day, t) => day === recording.dates[t]);
  return same ? { ...recording, dates } : recording;
}
