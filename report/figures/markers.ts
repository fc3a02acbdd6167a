import { launchesOf } from "../../charts/data/launches.ts";
import type { Run } from "../../charts/data/lines-of.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import type { Language } from "../../engine/index.ts";

const MOST = 2; // more would hide what they mark
const APART = 0.3; // of the time shown: their words must not meet

/** The first launches of a run, for the dotted lines. */
export function launchMarkers(run: Run, lang: Language): Marker[] {
  const room = APART * run.recording.dates.length;
  const apart: Marker[] = [];
  for (const { tick, text } of launchesOf(run, lang).toSorted((a, b) => a.tick - b.tick))
    if (tick > 0 && apart.length < MOST && tick >= (apart.at(-1)?.tick ?? -room) + room) apart.push({ tick, text });
  return apart;
}
