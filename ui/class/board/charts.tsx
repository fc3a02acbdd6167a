import { type BoardMarket, REVEALS, type Reveal } from "../../../engine/class/index.ts";
import { money, number, priceUnit } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { Lines } from "../lines.tsx";
import { classWords } from "../words.ts";
import { view } from "./board.ts";
import { marketLines, teamLines, theoryLines } from "./course-lines.ts";

/** `full`: all there is, for the teacher alone; else what the class has been shown. */
interface Props {
  readonly full?: boolean;
  readonly large?: boolean;
}

export const reached = (reveal: Reveal, step: Reveal): boolean => REVEALS.indexOf(reveal) >= REVEALS.indexOf(step);

/** Whether anybody charges input and output apart: then a line shows both in one. */
const inParts = (markets: readonly BoardMarket[]): boolean =>
  markets.some(({ digest }) => digest?.products.some((p) => p.input !== p.output));

/** Prices and profits round by round: of the teams of one market, or of the markets of a class. */
export function Charts({ full = false, large }: Props) {
  const say = useSection(classWords);
  const [lang, mode] = [useLanguage(), useMode()];
  const known = useObservable(facts, (x) => x)!;
  const { markets, show, reveal, phase } = useObservable(view, (x) => x)!;
  const look = { facts: known, lang, mode };
  const arms = new Set(markets.map((m) => m.arm)).size;
  const told = full || reached(reveal, "theory"); // which treatment a market had is part of the end
  const label = (m: (typeof markets)[number]) => (arms > 1 && told ? say(m.label) : say("mean"));
  const lines = (of: "price" | "profit") =>
    markets.length === 1
      ? teamLines(markets[0], of, look)
      : marketLines(told ? markets : markets.map((m) => ({ ...m, arm: "" })), of, { ...look, name: label });
  const prices = lines("price");
  const theory =
    phase === "over" && told
      ? theoryLines(markets, prices, {
          mode,
          name: (way, m) => (arms > 1 ? `${say(way)} · ${say(m.label)}` : say(way)),
        })
      : [];
  const { vendors, seats, currency } = known;
  const ofTeams = markets.length > 1 ? [say("ofTeams")] : [];
  const meaning = [
    priceUnit(currency, lang),
    ...(seats.some((id) => Object.keys(vendors[id].products).length > 1) ? [say("ofProducts")] : []),
    ...ofTeams,
    ...(inParts(markets) ? [say("ofParts")] : []),
  ];
  const seePrices = full || show !== "own" || reached(reveal, "prices");
  const seeProfits = full || show === "all" || reached(reveal, "profits");
  return (
    <div className="charts">
      {seePrices && (
        <Lines
          title={say("priceChart")}
          unit={meaning.join(" · ")}
          lines={[...prices, ...theory]}
          first={0}
          rounds={known.rounds}
          large={large}
          text={(x) => number(x)}
        />
      )}
      {seeProfits && (
        <Lines
          title={say("profitChart")}
          unit={ofTeams.join("")}
          lines={lines("profit")}
          first={1}
          rounds={known.rounds}
          large={large}
          text={(x) => money(x, currency, lang)}
        />
      )}
    </div>
  );
}
