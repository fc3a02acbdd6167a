import { useState } from "react";
import { Button } from "react-aria-components";
import type { Decisions, Round, Seat } from "../../../engine/game/index.ts";
import { priceUnit } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { DecideFields } from "./decide-fields.tsx";
import { seatName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly played: Played;
  readonly seats: readonly Seat[]; // that can still decide
  readonly stale: boolean;
  onDone(round: Round): void;
  onBack(): void;
}

/**
 * One sheet for the decisions of all teams, handed to the teacher on paper and typed in at once. They are known to
 * everybody as soon as the quarter is played; what each team's models cost and its fleet are not shown.
 */
export function TeamsSheet({ played, seats, stale, onDone, onBack }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const [round, setRound] = useState<Round>({});
  const set = (vendor: string) => (more: Decisions) =>
    setRound((now) => ({ ...now, [vendor]: { ...now[vendor], ...more } }));
  return (
    <form
      className="page-section teams-sheet"
      aria-labelledby="sheet-title"
      onSubmit={(e) => {
        e.preventDefault();
        if (!stale) onDone(Object.fromEntries(seats.map(({ vendor }) => [vendor, round[vendor] ?? {}])));
      }}
    >
      <h2 id="sheet-title">{say("sheetOfAll")}</h2>
      <p className="note">
        {say("unchanged")} {priceUnit(played.scenario.currency, lang)}
      </p>
      <fieldset className="sheet-all" disabled={stale}>
        {seats.map((seat) => {
          const name = seatName(played.scenario, seat, lang);
          return (
            <section key={seat.vendor} className="decide" aria-label={name}>
              <h3>{name}</h3>
              <DecideFields
                played={played}
                vendor={seat.vendor}
                draft={round[seat.vendor] ?? {}}
                set={set(seat.vendor)}
                masked={false}
                own={false}
              />
            </section>
          );
        })}
      </fieldset>
      <p className="play-actions">
        <button type="submit" className="button primary" disabled={stale}>
          {say("playAll")}
        </button>
        <Button className="link" onPress={onBack}>
          {say("oneByOne")}
        </Button>
      </p>
    </form>
  );
}
