import type { Focus, Language, Scenario } from "../../engine/index.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import { date } from "../../words/format.ts";
import { daysOf } from "../../words/focus-words.ts";

/** The day looked at, or both ends of the days, as they stand in a picture. */
export function focusDays(
  focus: Focus,
  { scenario, dates }: { readonly scenario: Scenario; readonly dates: readonly string[] },
  lang: Language,
): Marker[] {
  if (focus.when === "") return [];
  const { from, to } = daysOf(focus, scenario);
  return [...new Set([from, to])].map((day) => ({
    tick: dates.findLastIndex((d) => d <= day),
    text: date(day, lang, true),
  }));
}
