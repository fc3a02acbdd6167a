import type { Goal } from "../../../engine/game/index.ts";
import type { MoveEffect } from "../../../experiments/debrief.ts";
import { change as changeOf } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { SeatOutcomes } from "./against.tsx";
import { reasonKey } from "./move-reason.ts";
import { moveText } from "./move-text.ts";
import { gapText, goalText, signed, sizeText } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";
import { sentences } from "../../i18n/sentences.ts";

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
  const { goal } = game.setup;
  const size = (x: number) => sizeText(x, goal, scenario.currency, lang);
  const named = ({ move, [goal]: effect }: MoveEffect) => ({
    move: moveText(move, { scenario, game, vendor, lang }),
    round: say("round", { k: move.quarter + 1 }),
    gain: gapText(effect.mean, goal, scenario.currency, lang),
  });
  const why = ({ move, profit, revenue, tokens }: MoveEffect) =>
    say(reasonKey({ kind: move.kind, goal, tokens, gain: profit.mean }), {
      tokens: changeOf(tokens),
      revenue: signed(revenue.mean, scenario.currency, lang),
      costs: signed(revenue.mean - profit.mean, scenario.currency, lang),
    });
  const { helped, hurt } = extremes(moves ?? [], goal);
  const text = sentences(
    lang,
    own && say(`saidOwn_${goal}`, { score: goalText(own[goal], goal, scenario.currency, lang) }),
    own &&
      nash &&
      say(own[goal] >= nash[goal] ? "saidAboveNash" : "saidBelowNash", { gap: size(own[goal] - nash[goal]) }),
    own &&
      best &&
      (best[goal] > own[goal] ? say("saidBest", { gap: size(best[goal] - own[goal]) }) : say("saidNoBetter")),
    helped && say("saidHelped", named(helped)),
    helped && why(helped),
    hurt && say("saidHurt", named(hurt)),
    hurt && why(hurt),
    moves && moves.length > 0 && !helped && !hurt && say("saidLuck"),
  );
  return <p className="verdict">{text}</p>;
}

/** The best and the worst of the moves whose effect is more than luck: whose interval lies on one side of zero. */
function extremes(moves: readonly MoveEffect[], goal: Goal): { helped?: MoveEffect; hurt?: MoveEffect } {
  const sorted = moves.toSorted((a, b) => b[goal].mean - a[goal].mean);
  return { helped: sorted.find((m) => m[goal].low > 0), hurt: sorted.findLast((m) => m[goal].high < 0) };
}
