import { meterOf, tariffText } from "../../charts/data/lanes.ts";
import type { Run } from "../../charts/data/lines-of.ts";
import type { Marker } from "../../charts/marks/time-grid.tsx";
import { type Language, say } from "../../engine/index.ts";
import { productName } from "../../words/names.ts";
import { enters } from "./figure-words.ts";

const MOST = 2; // more would hide what they mark
const APART = 0.3; // of the time shown: their words must not meet

/** The first launches of a run, for the dotted lines. */
export function launchMarkers({ scenario, recording }: Run, lang: Language): Marker[] {
  const launches = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
    Object.entries(products).flatMap(([p, product]) => {
      const { launch } = product;
      const tick = launch && launch !== "never" ? recording.dates.findIndex((d) => d >= launch) : -1;
      if (tick <= 0) return [];
      const name = productName(scenario, `${v}.${p}`, lang);
      const at = tariffText(product.price, meterOf(recording, `${v}.${p}`), lang);
      return [{ tick, text: say(enters, lang)(name, at) }];
    }),
  );
  const room = APART * recording.dates.length;
  const apart: Marker[] = [];
  for (const marker of launches.toSorted((a, b) => a.tick - b.tick))
    if (apart.length < MOST && marker.tick >= (apart.at(-1)?.tick ?? -room) + room) apart.push(marker);
  return apart;
}
