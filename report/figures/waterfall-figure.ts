import { say } from "../../engine/index.ts";
import { waterfallBars } from "../../charts/data/waterfall-bars.ts";
import { PART_WORDS } from "../../words/explain-words.ts";
import { date, number, priceUnit } from "../../words/format.ts";
import { SEMICOLON } from "../../words/punctuation.ts";
import type { FigureKind } from "./figure.ts";
import { basket, PART, WATERFALL, WHISKERS } from "./figure-words.ts";

/** What made the price of the average basket fall, part by part. */
export const waterfall: FigureKind = {
  id: "waterfall",
  build({ run, explained, lang }) {
    if (!explained || explained.split.from === explained.split.to) return null;
    const { dates } = run.recording;
    const [from, to] = [date(dates[0], lang, true), date(dates[dates.length - 1], lang, true)];
    const named = waterfallBars(explained).map((b) => ({
      ...b,
      name: b.id === "from" ? from : b.id === "to" ? to : say(PART_WORDS[b.id], lang),
    }));
    const size = (b: (typeof named)[number]) => (b.kind === "total" ? b.end : b.end - b.start);
    const unit = priceUnit(run.scenario.currency, lang);
    return {
      id: "waterfall",
      title: say(WATERFALL, lang),
      subtitle: [say(basket, lang)(unit), say(WHISKERS, lang)].join(say(SEMICOLON, lang)),
      plain: say(basket, lang)(unit),
      gutter: "",
      summary: named.map((b) => `${b.name} ${number(size(b))}`).join(say(SEMICOLON, lang)),
      drawing: { kind: "waterfall", explained, from, to },
      table: {
        head: [say(PART, lang), unit],
        rows: named.map((b) => [b.name, String(Number(size(b).toPrecision(6)))]),
      },
    };
  },
};
