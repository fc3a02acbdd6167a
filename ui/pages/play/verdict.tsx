import { money } from "../../../report/format.ts";
import type { MoveEffect } from "../../../workers/debrief.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { SeatOutcomes } from "./against.tsx";
import { moveText } from "./move-text.ts";
import { signed } from "./signed.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly outcomes: SeatOutcomes;
  readonly moves: readonly MoveEffect[] | null;
  readonly played: Played;
  readonly vendor: string;
}

/** The game in a few sentences; each is there once its numbers are. */
export function Verdict({ outcomes: { own, nash, best }, moves, played, vendor }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const { scenario, game } = played;
  const cash = (x: number) => money(x, scenario.currency, lang);
  const named = ({ move, profit }: MoveEffect) => ({ move: moveText(move, { scenario, game, vendor, lang }), round: say("round", { k: move.quarter + 1 }), gain: signed(profit.mean, scenario.currency, lang) }); // prettier-ignore
  const { helped, hurt } = extremes(moves ?? []);
  const sentences = [
    own && say("saidOwn", { profit: cash(own.profit) }),
    own && nash && say(own.profit >= nash.profit ? "saidAboveNash" : "saidBelowNash", { gap: cash(Math.abs(own.profit - nash.profit)) }), // prettier-ignore
    own && best && (best.profit > own.profit ? say("saidBest", { gap: cash(best.profit - own.profit) }) : say("saidNoBetter")), // prettier-ignore
    helped && say("saidHelped", named(helped)),
    hurt && say("saidHurt", named(hurt)),
    moves && moves.length > 0 && !helped && !hurt && say("saidLuck"),
  ];
  return <p className="verdict">{sentences.filter(Boolean).join(lang === "zh" ? "" : " ")}</p>;
}

/** The best and the worst of the moves whose effect is more than luck: whose interval lies on one side of zero. */
function extremes(moves: readonly MoveEffect[]): { helped?: MoveEffect; hurt?: MoveEffect } {
  const sorted = moves.toSorted((a, b) => b.profit.mean - a.profit.mean);
  return { helped: sorted.find((m) => m.profit.low > 0), hurt: sorted.findLast((m) => m.profit.high < 0) };
}
