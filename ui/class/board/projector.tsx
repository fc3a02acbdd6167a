import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { facts } from "../connection.ts";
import { RoundNote } from "../round-note.tsx";
import { Timer } from "../timer.tsx";
import { classWords } from "../words.ts";
import { deadline, left, view } from "./board.ts";
import { Charts } from "./charts.tsx";
import { DebriefTable } from "./debrief-table.tsx";
import { Invite } from "./invite.tsx";
import { Ranking } from "./ranking.tsx";

/** What the whole class looks at: large, and nothing on it that a team should not know yet. */
export function Projector() {
  const say = useSection(classWords);
  const known = useObservable(facts, (x) => x)!;
  const { phase, round, from, markets, paused, talk } = useObservable(view, (x) => x)!;
  const [until, rest] = [useObservable(deadline, (x) => x), useObservable(left, (x) => x)];
  const seats = markets.flatMap((m) => m.seats);
  const waited = seats.filter((s) => s.decided || !s.bot);
  if (phase === "lobby")
    return (
      <>
        <h1>{say(known.question)}</h1>
        <Invite />
        <RoundNote from={null} talk={null} />
        <p>{say("people", { n: seats.flatMap((s) => s.people).length })}</p>
      </>
    );
  if (phase === "deciding")
    return (
      <>
        <h1>{say("round", { k: round, n: known.rounds })}</h1>
        <Timer deadline={until} paused={paused} left={rest} />
        <p>{say("decidedOf", { n: waited.filter((s) => s.decided).length, m: waited.length })}</p>
        <RoundNote from={from} talk={talk} />
        {round > 1 && <Charts large />}
      </>
    );
  return (
    <>
      <h1>{phase === "over" ? say("over") : say("lookAt", { k: round })}</h1>
      {markets.some((m) => m.digest === null) && <p className="note">{say("running")}</p>}
      <Charts large />
      {phase === "over" ? <DebriefTable /> : <Ranking />}
    </>
  );
}
