import { useState } from "react";
import { type Decisions, isEmpty } from "../../../engine/game/index.ts";
import { priceUnit } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { DecideFields } from "./decide-fields.tsx";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly played: Played;
  readonly vendor: string;
  readonly stale: boolean; // the market is still running
  readonly masked?: boolean; // entries are not to be read from a projector
  readonly team?: string;
  onDone(decisions: Decisions): void;
}

/** One seat's decisions for the next quarter: every lever shows where it stands; what is not touched stays. */
export function DecideForm({ played, vendor, stale, masked = false, team, onDone }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const [draft, setDraft] = useState<Decisions>({});
  const set = (more: Decisions) => setDraft((d) => ({ ...d, ...more }));
  return (
    <form
      className="page-section decide"
      aria-labelledby="decide-title"
      onSubmit={(e) => {
        e.preventDefault();
        if (!stale) onDone(draft);
      }}
    >
      <h2 id="decide-title">{team ?? say("decide")}</h2>
      <p className="note">{say("unchanged")}</p>
      <p className="decide-unit">{priceUnit(played.scenario.currency, lang)}</p>
      {/* While the market runs, figures may still move under the hand that types. */}
      <fieldset className="decide-all" disabled={stale}>
        <DecideFields played={played} vendor={vendor} draft={draft} set={set} masked={masked} own={!masked} />
      </fieldset>
      <button type="submit" className="button primary" disabled={stale}>
        {say(team ? "submit" : isEmpty(draft) ? "playHeld" : "play")}
      </button>
    </form>
  );
}
