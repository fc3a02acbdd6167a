import { outcomeTicks, type TornadoBar } from "../../charts/data/tornado-bars.ts";
import { type Language, say, type Scenario } from "../../engine/index.ts";
import { type Swings, swingOf } from "../document/swings.ts";
import { setting } from "../../words/format.ts";
import { atSetting } from "../../words/axis-words.ts";
import { outputInSentence } from "../../words/output-words.ts";
import { labelled, SEMICOLON } from "../../words/punctuation.ts";
import type { Figure } from "./figure.ts";
import { asItStands, hangsOn, LEVERS, LEVERS_HEAD, leversOf } from "./figure-words.ts";

interface Shown {
  readonly id: string;
  readonly output: string;
  readonly words: (x: number) => string;
  readonly scenario: Scenario;
  readonly lang: Language;
}

/** What an output hangs on, the strongest lever on top. Null: no lever moves it. */
export function tornadoFigure(swings: Swings, { id, output, words, scenario, lang }: Shown): Figure | null {
  const origin = swingOf(swings, swings.levers[0].id, output, "base");
  const bars = swings.levers
    .map((lever): TornadoBar => {
      const at = (mark: string) => swingOf(swings, lever.id, output, mark);
      const text = (mark: string) =>
        say(atSetting, lang)(words(at(mark)), setting(swingOf(swings, lever.id, "setting", mark)));
      return {
        id: lever.id,
        name: say(lever.label, lang),
        from: at("low"),
        to: at("high"),
        fromText: text("low"),
        toText: text("high"),
      };
    })
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to) && words(from) !== words(to))
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  if (bars.length === 0) return null;
  const what = outputInSentence(output, scenario, lang);
  const stands = words(origin);
  return {
    id,
    title: say(hangsOn, lang)(what),
    subtitle: say(LEVERS, lang),
    plain: say(leversOf, lang)(stands),
    gutter: "",
    summary: bars.map((b) => summaryOf(b, lang)).join(say(SEMICOLON, lang)),
    drawing: {
      kind: "tornado",
      bars,
      origin,
      originText: say(asItStands, lang)(stands),
      ticks: outcomeTicks(bars, origin, words),
      name: what,
    },
    table: {
      head: say(LEVERS_HEAD, lang),
      rows: bars.map((b) => {
        const [low, high] = ["low", "high"].map((mark) => setting(swingOf(swings, b.id, "setting", mark)));
        return [b.name, low, high, words(b.from), words(b.to)];
      }),
    },
  };
}

const summaryOf = (b: TornadoBar, lang: Language): string => labelled(b.name, `${b.fromText} → ${b.toText}`, lang);
