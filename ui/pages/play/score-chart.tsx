import { useMemo, useRef } from "react";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import { linesOf } from "../../../charts/data/lines-of.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { quarterTicks, resultByWeek } from "../../../engine/game/index.ts";
import { money, scaleOf, setting } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { TrendPanel } from "../../parts/trend-panel.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { moneyUnit } from "./money-words.ts";
import { seatName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

/**
 * Who was ahead when: what decisions made, added up week by week, a line a seat. Outlays that no decision changes would
 * bend all lines alike, and hide the rest.
 */
export function ScoreChart({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const [lang, mode] = [useLanguage(), useMode()];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const end = quarterTicks(played.game.rounds.length)[0];
  const lines = useMemo(() => {
    const { scenario, recording, game } = played;
    const { seats } = game.setup;
    const measure = measureOf("revenue"); // for names and inks of vendors
    const keep = (id: string) => seats.some((s) => s.vendor === id);
    return linesOf({ scenario, recording }, { measure, lang, mode, keep }).map((l): ChartLine => {
      const name = seatName(
        scenario,
        seats.find((s) => s.vendor === l.vendor)!,
        lang,
      );
      return {
        ...l,
        label: name,
        title: name,
        values: addedUp(resultByWeek(recording, l.vendor, end)),
      };
    });
  }, [played, lang, mode, end]);
  const dates = useMemo(() => played.recording.dates.slice(0, end), [played, end]);
  const domain = useMemo(() => domainOf(lines, undefined), [lines]);
  const { currency } = played.scenario;
  const { size, word } = scaleOf(Math.max(...lines.flatMap((l) => [...l.values].map(Math.abs)), 0), lang);
  const text = (x: number) => money(x, currency, lang);
  return (
    <div ref={place} className="page-section">
      <TrendPanel
        title={say("scoreChart")}
        note={moneyUnit(currency, lang, word)}
        lines={lines}
        dates={dates}
        domain={domain}
        width={width}
        height={200}
        unit={currency}
        valueText={text}
        tickText={(x) => setting(x / size)}
      />
    </div>
  );
}

/** Running totals of a flow per week, ticks being weeks. */
function addedUp(flow: Float64Array): Float64Array {
  let sum = 0;
  return flow.map((x) => (sum += x));
}
