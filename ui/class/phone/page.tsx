import { useEffect } from "react";
import { useSection } from "../../i18n/index.ts";
import { ITEM } from "../../../words/punctuation.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useObservable } from "../../store/observable.ts";
import { facts } from "../connection.ts";
import { ClassHeader } from "../frame.tsx";
import { refusalText, vendorOf } from "../says.ts";
import { RoundNote } from "../round-note.tsx";
import { Timer } from "../timer.tsx";
import { classWords } from "../words.ts";
import { Debrief } from "./debrief.tsx";
import { Decide } from "./decide.tsx";
import { JoinForm } from "./join-form.tsx";
import { MarketTable } from "./market-table.tsx";
import { deadline, left, online, refusal, returning, view } from "./phone.ts";
import { RoundResults } from "./results.tsx";

/** A phone: join, decide, see what came of it. */
export function Phone() {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x);
  const mine = useObservable(view, (x) => x);
  const there = useObservable(online, (x) => x);
  const back = useObservable(returning, (x) => x);
  const why = useObservable(refusal, (x) => x);
  const title = known ? say(known.title) : "pricewar";
  useEffect(() => void (document.title = title), [title]);
  return (
    <>
      <ClassHeader title={title}>{mine?.phase === "deciding" && <Clock />}</ClassHeader>
      <main id="main" className="phone" tabIndex={-1}>
        <div aria-live="polite">
          {!there && <p className="banner">{say(known ? "offline" : "connecting")}</p>}
          {why && (
            <p className="banner" role="alert">
              {refusalText(why, say)}
            </p>
          )}
        </div>
        {mine && known ? (
          <>
            <p className="who">
              <b>{say("you", { vendor: vendorOf(known, mine.at.vendor, lang) })}</b>{" "}
              <span>
                {say("market", { n: mine.at.market + 1 })} · {mine.name}
                {mine.mates.length > 0 && ` · ${say("mates", { names: mine.mates.join(ITEM[lang]) })}`}
              </span>
            </p>
            <Stage />
          </>
        ) : back ? (
          <p className="banner">{say("returning")}</p>
        ) : (
          known && <JoinForm facts={known} />
        )}
      </main>
    </>
  );
}

function Clock() {
  const until = useObservable(deadline, (x) => x);
  const rest = useObservable(left, (x) => x);
  const paused = useObservable(view, (v) => v?.paused ?? false);
  return <Timer deadline={until} paused={paused} left={rest} />;
}

/** What there is to do and to see at each point of the game; nobody to talk to for one who plays alone. */
export function Stage({ alone = false }: { readonly alone?: boolean }) {
  const say = useSection(classWords);
  const known = useObservable(facts, (x) => x)!;
  const mine = useObservable(view, (x) => x)!;
  const { phase, round, from, seat } = mine;
  const rules = <RoundNote from={from} talk={alone ? null : mine.talk} />;
  if (phase === "lobby")
    return (
      <section className="card">
        <h1>{say(known.title)}</h1>
        <p>{say(known.question)}</p>
        <p className="strong">{say("lobby")}</p>
        {rules}
      </section>
    );
  return (
    <>
      {seat === null && <p className="banner">{say("running")}</p>}
      {phase === "deciding" && (
        <>
          <h1>{say("round", { k: round, n: known.rounds })}</h1>
          {rules}
          {seat && (seat.alive ? <Decide key={mine.turn} /> : <p className="card">{say("closed")}</p>)}
        </>
      )}
      {phase === "results" && (
        <>
          <h1>{say("results", { k: round })}</h1>
          <p className="note">{say("waitNext")}</p>
        </>
      )}
      {phase === "over" && <h1>{say("over")}</h1>}
      {phase === "over" && <Debrief />}
      {seat && <RoundResults />}
      {seat && <MarketTable />}
    </>
  );
}
