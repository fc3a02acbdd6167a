import { useState } from "react";
import { Button } from "react-aria-components";
import type { Decisions, Seat } from "../../../engine/game/index.ts";
import { vendorName } from "../../../words/names.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { DecideForm } from "./decide-form.tsx";
import { seatName } from "./texts.ts";
import { Pnl } from "./pnl.tsx";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly played: Played;
  readonly seat: Seat;
  readonly stale: boolean;
  onDone(decisions: Decisions): void;
}

/** Between two teams: nothing of the last one's is to be seen, nothing of the next one's yet. */
export function Curtain({ played, seat, stale, onDone }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(false);
  const team = seatName(played.scenario, seat, lang);
  if (!open)
    return (
      <section className="page-section curtain" aria-labelledby="curtain-title">
        <h2 id="curtain-title">{say("curtain", { team })}</h2>
        <p>{say("curtainIs", { vendor: vendorName(played.scenario, seat.vendor, lang) })}</p>
        <Button className="button primary" onPress={() => setOpen(true)}>
          {say("open")}
        </Button>
      </section>
    );
  return (
    <>
      <p className="play-mask">
        <label>
          <input type="checkbox" checked={shown} onChange={(e) => setShown(e.target.checked)} /> {say("show")}
        </label>
        {!shown && <small>{say("hidden")}</small>}
      </p>
      <DecideForm played={played} vendor={seat.vendor} stale={stale} masked={!shown} team={team} onDone={onDone} />
      {shown && <Pnl played={played} vendor={seat.vendor} />}
    </>
  );
}
