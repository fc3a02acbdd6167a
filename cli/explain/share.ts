import { band, say, SHARE_CAUSES, type ShareAttribution } from "../../engine/index.ts";
import { SHARE_WORDS } from "../../words/explain-words.ts";
import { percent, points } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";
import { ALL_ALIKE, AS_IT_IS, SHARE_HEAD, SHARE_NOTE, shareTitle } from "./cause-words.ts";

export function shareText(
  vendor: string,
  found: readonly ShareAttribution[],
  { scenario, options: { lang } }: Asked,
): string {
  const table = plainTable(say(SHARE_HEAD, lang), [1]);
  const row = (label: string, pick: (x: ShareAttribution) => number, show: (x: number) => string) => {
    const values = found.map(pick);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    table.push([label, show(mean), band(values).map(show).join(" – ")]);
  };
  const gap = (x: number) => points(x, lang);
  row(say(ALL_ALIKE, lang), (x) => x.base, percent);
  for (const cause of SHARE_CAUSES) row(say(SHARE_WORDS[cause], lang), (x) => x.causes[cause], gap);
  row(say(AS_IT_IS, lang), (x) => x.share, percent);
  const title = say(shareTitle, lang)(vendorName(scenario, vendor, lang), found.length);
  return `${title}\n${table.toString()}\n${say(SHARE_NOTE, lang)}`;
}
