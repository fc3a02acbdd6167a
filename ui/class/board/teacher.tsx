import { useState } from "react";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { facts } from "../connection.ts";
import { Timer } from "../timer.tsx";
import { classWords } from "../words.ts";
import { ask, deadline, key, left, view } from "./board.ts";
import { Charts } from "./charts.tsx";
import { DebriefTable } from "./debrief-table.tsx";
import { Invite } from "./invite.tsx";
import { Reveals } from "./reveals.tsx";
import { Rules } from "./rules.tsx";
import { MarketCard } from "./market-card.tsx";

/** What the teacher needs while a class plays: one row of what to do next, who is where, the rules. */
export function Teacher() {
  const say = useSection(classWords);
  const known = useObservable(facts, (x) => x)!;
  const seen = useObservable(view, (x) => x)!;
  const people = seen.markets.flatMap((m) => m.seats.flatMap((s) => s.people));
  const title = {
    lobby: say("people", { n: people.length }),
    deciding: say("round", { k: seen.round, n: known.rounds }),
    results: say("lookAt", { k: seen.round }),
    over: say("over"),
  }[seen.phase];
  const here = { n: people.filter((p) => p.online).length, m: people.length };
  return (
    <>
      <div className="board-bar">
        <h1>{title}</h1>
        <Steps />
      </div>
      <p className="note">
        {say("here", here)}
        {seen.phase === "deciding" &&
          ` · ${decidedText(
            seen.markets.flatMap((m) => m.seats),
            say,
          )}`}
        {seen.markets.some((m) => m.digest === null) && ` · ${say("running")}`}
      </p>
      {seen.phase === "lobby" && <Invite />}
      {seen.phase === "over" && <Reveals />}
      <div className="board-columns">
        <div>
          {seen.round > 0 && <Charts full />}
          {seen.phase === "over" && <DebriefTable full />}
          <h2>{say("seats")}</h2>
          <div className="markets">
            {seen.markets.map((market, k) => (
              <MarketCard key={k} market={market} n={k} />
            ))}
          </div>
        </div>
        <aside>
          <Rules />
          <section className="card">
            <h2>{say("results_")}</h2>
            <p className="board-bar">
              <a className="as-button" href={`./results/class-${seen.code}.csv?key=${key()}`}>
                {say("csv")}
              </a>
              <a className="as-button" href={`./results/class-${seen.code}.xlsx?key=${key()}`}>
                {say("xlsx")}
              </a>
            </p>
          </section>
          {seen.phase !== "lobby" && <Invite />}
        </aside>
      </div>
    </>
  );
}

type Say = ReturnType<typeof useSection<typeof classWords>>;

function decidedText(seats: readonly { readonly decided: boolean; readonly bot: boolean }[], say: Say): string {
  const people = seats.filter((s) => s.decided || !s.bot);
  return say("decidedOf", { n: people.filter((s) => s.decided).length, m: people.length });
}

/** What can be done now, the next step first. */
function Steps() {
  const say = useSection(classWords);
  const { phase, paused, round } = useObservable(view, (x) => x)!;
  const [until, rest] = [useObservable(deadline, (x) => x), useObservable(left, (x) => x)];
  const [sure, setSure] = useState(false);
  const playedRounds = phase === "deciding" ? round - 1 : round;
  const button = (label: string, order: Parameters<typeof ask>[0], primary = false) => (
    <button type="button" className={primary ? "primary" : ""} onClick={() => (setSure(false), ask(order))}>
      {label}
    </button>
  );
  if (sure)
    return (
      <>
        <p role="alert">{say("undoSure", { k: playedRounds })}</p>
        {button(say("yes"), { do: "undo" })}
        <button type="button" onClick={() => setSure(false)}>
          {say("cancel")}
        </button>
      </>
    );
  return (
    <>
      {phase === "deciding" && <Timer deadline={until} paused={paused} left={rest} />}
      {phase === "lobby" && button(say("startGame"), { do: "next" }, true)}
      {phase === "results" && button(say("nextRound"), { do: "next" }, true)}
      {phase === "deciding" && button(say("closeRound"), { do: "close" }, true)}
      {phase === "deciding" &&
        rest !== null &&
        button(say(paused ? "resume" : "pause"), { do: paused ? "resume" : "pause" })}
      {phase === "deciding" && rest !== null && button(say("extend"), { do: "extend", seconds: 60 })}
      {playedRounds > 0 && (
        <button type="button" onClick={() => setSure(true)}>
          {say("undo")}
        </button>
      )}
    </>
  );
}
