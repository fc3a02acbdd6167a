import { gameAt, isOver, played as quartersOf, quarterStart, type Session } from "../../../engine/game/index.ts";
import { date } from "../../../words/format.ts";
import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { Debrief } from "./debrief.tsx";
import { FileActions } from "./file-actions.tsx";
import { MarketPanel } from "./market-panel.tsx";
import { NewsPanel } from "./news-panel.tsx";
import { Pnl } from "./pnl.tsx";
import { Ranking } from "./ranking.tsx";
import { Rounds } from "./rounds.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { ShareChart } from "./share-chart.tsx";
import { Aim } from "./aim.tsx";
import { Turn } from "./turn.tsx";
import { type Played, useRun } from "./use-run.ts";
import { play } from "./words.ts";

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
        {played && <Aim played={played} />}
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
        {alone && <Pnl played={played} vendor={seats[0].vendor} />}
        {quarters > 0 && <ScoreChart played={played} />}
        {quarters > 0 && <NewsPanel played={played} />}
        <MarketPanel played={played} />
        {quarters > 0 && <ShareChart played={played} />}
      </div>
    </div>
  );
}
