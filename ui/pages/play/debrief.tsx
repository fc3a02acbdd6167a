import { useMemo, useState } from "react";
import { ranking } from "../../../engine/game/index.ts";
import { recordingFingerprint } from "../../../engine/index.ts";
import { type Benchmarks, benchmarks, review, type Review } from "../../../experiments/debrief.ts";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { pool } from "../../store/pool.ts";
import { Against } from "./against.tsx";
import { BestPrices } from "./best-prices.tsx";
import { Moves } from "./moves.tsx";
import { seatName } from "./texts.ts";
import { PartsProgress } from "./parts-progress.tsx";
import { TeamsAgainst } from "./teams-against.tsx";
import { useParts } from "./use-parts.ts";
import type { Played } from "./use-run.ts";
import { Verdict } from "./verdict.tsx";
import { play } from "./words.ts";

/** What the game comes to: all teams next to theory, then one seat after another. */
export function Debrief({ played }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { base, game, scenario, recording } = played;
  const { seats, goal, seed } = game.setup;
  const key = useMemo(() => JSON.stringify(game), [game]);
  const print = useMemo(() => recordingFingerprint(recording), [recording]);
  const theory = useParts<Benchmarks>(`theory ${key}`, (options) => benchmarks(pool, base, game, options));
  const first = ranking(
    recording,
    seats.map((s) => s.vendor),
    { goal, quarters: game.rounds.length },
  )[0].vendor;
  const [vendor, setVendor] = useState(first);
  const options = seats.map((s) => ({ id: s.vendor, text: seatName(scenario, s, lang) }));
  return (
    <section className="page-section debrief" aria-labelledby="debrief-title" data-fingerprint={print}>
      <header className="section-head">
        <h2 id="debrief-title">{say("debrief")}</h2>
      </header>
      <PartsProgress parts={theory} label={say("theoryWork")} />
      {seats.length > 1 && (
        <>
          <TeamsAgainst known={theory.known} played={played} />
          <Picker label={say("teamHead")} options={options} value={vendor} onChange={setVendor} />
        </>
      )}
      <Findings
        key={`${key}/${vendor}`}
        id={`${key}/${vendor}`}
        played={played}
        vendor={vendor}
        theory={theory.known}
      />
      <p className="note">{say("replays", { seed, print })}</p>
    </section>
  );
}

interface FindingsProps {
  readonly id: string;
  readonly played: Played;
  readonly vendor: string;
  readonly theory: Partial<Benchmarks>;
}

function Findings({ id, played, vendor, theory }: FindingsProps) {
  const say = useSection(play);
  const { base, game } = played;
  const work = useParts<Review>(`review ${id}`, (options) => review(pool, base, game, vendor, options));
  const { moves, best } = work.known;
  const outcomes = {
    own: theory.own?.[vendor],
    nash: theory.nash?.[vendor],
    cartel: theory.cartel?.[vendor],
    best: best?.outcome,
  };
  return (
    <>
      {outcomes.own && <Verdict outcomes={outcomes} moves={moves ?? null} played={played} vendor={vendor} />}
      {outcomes.own && <Against outcomes={outcomes} tried={best?.tried ?? 0} played={played} />}
      <PartsProgress parts={work} label={say("reviewWork")} />
      {best && <BestPrices played={played} vendor={vendor} best={best} />}
      {moves && <Moves moves={moves} played={played} vendor={vendor} />}
    </>
  );
}
