import { useMemo, useRef } from "react";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import { linesOf } from "../../../charts/data/lines-of.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { tickText } from "../../../charts/data/values.ts";
import { quarterTicks } from "../../../engine/game/index.ts";
import { percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { TrendPanel } from "../../parts/trend-panel.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { playedName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

const titled = (name: string) => ({ label: name, title: name });

/** Shares up to the quarter just played: what comes after it nobody has decided. */
export function ShareChart({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const [lang, mode] = [useLanguage(), useMode()];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const measure = useMemo(() => measureOf("tokenShare"), []);
  const end = quarterTicks(played.game.rounds.length)[0];
  const lines = useMemo(() => {
    const { scenario, recording, game } = played;
    return linesOf({ scenario, recording }, { measure, lang, mode })
      .map((l) => ({ ...l, ...titled(playedName(scenario, game, l.vendor, lang)), values: l.values.slice(0, end) }))
      .filter((l) => l.values.some((x) => x > 0.005));
  }, [played, measure, lang, mode, end]);
  const dates = useMemo(() => played.recording.dates.slice(0, end), [played, end]);
  const domain = useMemo(() => domainOf(lines, measure.clamp), [lines, measure]);
  const { currency } = played.scenario;
  return (
    <div ref={place} className="page-section">
      <TrendPanel
        title={say("shareChart")}
        lines={lines}
        dates={dates}
        domain={domain}
        width={width}
        height={260}
        percent
        valueText={percent}
        tickText={(x, top) => tickText(x, top, { measure, currency, lang })}
      />
    </div>
  );
}
