import { useState } from "react";
import { Button } from "react-aria-components";
import {
  type Decisions,
  enter,
  isAlive,
  type Seat,
  type Session,
  waiting,
  withdraw,
} from "../../../engine/game/index.ts";
import { ITEM } from "../../../words/punctuation.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { Curtain } from "./curtain.tsx";
import { DecideForm } from "./decide-form.tsx";
import { change } from "./table.ts";
import { TeamsSheet } from "./teams-sheet.tsx";
import { seatName } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly session: Session;
  readonly played: Played;
  readonly stale: boolean;
}

/** Whose turn it is: alone at once, in teams behind a curtain. */
export function Turn({ session, played, stale }: Props) {
  const { seats } = session.setup;
  const lang = useLanguage();
  const say = useSection(play);
  const { recording, game, scenario } = played;
  const out = seats.map((s) => s.vendor).filter((v) => !isAlive(recording, v, game.rounds.length));
  const next = waiting(session, out)[0];
  const seat = seats.find((s) => s.vendor === next);
  const hand = (vendor: string) => (decisions: Parameters<typeof enter>[2]) =>
    change((s) =>
      enter(
        s,
        vendor,
        decisions,
        out.filter((v) => v !== vendor),
      ),
    );
  if (!seat) {
    const vendor = seats[0].vendor;
    return (
      <section className="page-section">
        <p>{say("out", { vendor: seatName(scenario, seats[0], lang) })}</p>
        <Button className="button primary" isDisabled={stale} onPress={() => hand(vendor)({})}>
          {say("goOn")}
        </Button>
      </section>
    );
  }
  const key = `${session.at}/${seat.vendor}`;
  if (seats.length === 1)
    return <DecideForm key={key} played={played} vendor={seat.vendor} stale={stale} onDone={hand(seat.vendor)} />;
  return <TeamsTurn session={session} played={played} stale={stale} out={out} seat={seat} onDone={hand(seat.vendor)} />;
}

interface TeamsProps extends Props {
  readonly out: readonly string[]; // vendors that have closed
  readonly seat: Seat;
  onDone(decisions: Decisions): void;
}

/** One team after another behind a curtain, or all on one sheet that the teacher types. */
function TeamsTurn({ session, played, stale, out, seat, onDone }: TeamsProps) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario } = played;
  const { seats } = session.setup;
  const [sheet, setSheet] = useState(false);
  const entered = seats.filter((s) => s.vendor in session.entered);
  if (sheet)
    return (
      <TeamsSheet
        key={session.at}
        played={played}
        seats={seats.filter((s) => !out.includes(s.vendor))}
        stale={stale}
        onDone={(round) =>
          change((s) => Object.entries(round).reduce((now, [of, what]) => enter(now, of, what, out), s))
        }
        onBack={() => setSheet(false)}
      />
    );
  return (
    <>
      <Curtain key={`${session.at}/${seat.vendor}`} played={played} seat={seat} stale={stale} onDone={onDone} />
      {entered.length === 0 && (
        <p className="note">
          <Button className="link" onPress={() => setSheet(true)}>
            {say("sheetOpen")}
          </Button>
        </p>
      )}
      {entered.length > 0 && (
        <p className="note">
          {say("enteredBy", {
            names: entered.map((s) => seatName(scenario, s, lang)).join(say(ITEM)),
          })}{" "}
          {entered.map((s) => (
            <Button key={s.vendor} className="link" onPress={() => change((now) => withdraw(now, s.vendor))}>
              {say("takeBack", { team: seatName(scenario, s, lang) })}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}
