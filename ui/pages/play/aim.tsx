import { scoreOf } from "../../../engine/game/index.ts";
import { useSection } from "../../i18n/index.ts";
import { sentences } from "../../i18n/sentences.ts";
import { useLanguage } from "../../store/preferences.ts";
import { goalText } from "./texts.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

/** What the game is won by, in sight all the time; alone, how far one has come. */
export function Aim({ played: { recording, scenario, game } }: { readonly played: Played }) {
  const say = useSection(play);
  const lang = useLanguage();
  const { goal, seats } = game.setup;
  const quarters = game.rounds.length;
  const score = scoreOf(recording, seats[0].vendor, { goal, quarters });
  return (
    <p className="aim">
      {sentences(
        lang,
        say("aim", { goal: say(`${goal}Is`) }),
        seats.length === 1 && quarters > 0 && say("soFar", { score: goalText(score, goal, scenario.currency, lang) }),
      )}
    </p>
  );
}
