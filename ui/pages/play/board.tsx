import {
  enter,
  gameAt,
  isAlive,
  isOver,
  played as quartersOf,
  quarterStart,
  type Session,
  waiting,
  withdraw,
} from "../../../engine/game/index.ts";
import { date } from "../../../words/format.ts";
import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { Curtain } from "./curtain.tsx";
import { DecideForm } from "./decide-form.tsx";
import { Debrief } from "./debrief.tsx";
import { FileActions } from "./file-actions.tsx";
import { MarketPanel } from "./market-panel.tsx";
import { NewsPanel } from "./news-panel.tsx";
import { seatName } from "./texts.ts";
import { Pnl } from "./pnl.tsx";
import { Ranking } from "./ranking.tsx";
import { Rounds } from "./rounds.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { ShareChart } from "./share-chart.tsx";
import { change } from "./table.ts";
import { type Played, useRun } from "./use-run.ts";
import { play } from "./words.ts";
import { ITEM } from "../../../words/punctuation.ts";

/** A game under way: what happened, what to decide, and where one has been. */
export function Board({ session }: { readonly session: Session }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { played, running, failed, again } = useRun(gameAt(session));
  const quarters = quartersOf(session);
  const { setup } = session;
  const over = isOver(session);
  const title = over ? say("over") : say("quarter", { k: quarters + 1, n: setup.quarters });
  return (
    <>
      <header className="play-head">
        <h1>{title}</h1>
        {played && !over && (
          <p className="lead">{say("from", { date: date(quarterStart(played.base, quarters), lang) })}</p>
        )}
        <FileActions session={session} played={played} />
      </header>
      {failed !== null && (
        <p role="alert" className="told">
          {say("failed", { why: failed })}{" "}
          <Button className="link" onPress={again}>
            {say("retry")}
          </Button>
        </p>
      )}
      <output className="hidden">{running ? say("working") : title}</output>
      {played ? (
        <Table session={session} played={played} stale={running} />
      ) : (
        <div className="waiting-place">{say("working")}</div>
      )}
    </>
  );
}

interface TableProps {
  readonly session: Session;
  readonly played: Played;
  readonly stale: boolean;
}

function Table({ session, played, stale }: TableProps) {
  const { seats } = session.setup;
  const quarters = played.game.rounds.length;
  const alone = seats.length === 1;
  return (
    <div className="play-board" data-stale={stale || undefined}>
      <div className="play-side">
        {isOver(session) ? null : <Turn session={session} played={played} stale={stale} />}
        {!alone && quarters > 0 && <Ranking played={played} />}
        <Rounds session={session} />
      </div>
      <div className="play-main">
        {isOver(session) && !stale && <Debrief key={session.at} played={played} />}
        {alone && quarters > 0 && <Pnl played={played} vendor={seats[0].vendor} />}
        {quarters > 0 && <ScoreChart played={played} />}
        {quarters > 0 && <NewsPanel played={played} />}
        <MarketPanel played={played} />
        {quarters > 0 && <ShareChart played={played} />}
      </div>
    </div>
  );
}

/** Whose turn it is: alone at once, in teams behind a curtain. */
function Turn({ session, played, stale }: TableProps) {
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
  const entered = seats.filter((s) => s.vendor in session.entered);
  return (
    <>
      <Curtain key={key} played={played} seat={seat} stale={stale} onDone={hand(seat.vendor)} />
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
