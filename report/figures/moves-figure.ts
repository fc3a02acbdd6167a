import { type LaneMove, lanesOf } from "../../charts/data/lanes.ts";
import { lanesSummary } from "../../charts/data/summary.ts";
import { listPrice, number, price } from "../../words/format.ts";
import { type Language, say } from "../../engine/index.ts";
import { productName } from "../../words/names.ts";
import type { FigureKind } from "./figure.ts";
import { MOVES, MOVES_HEAD, movesSubtitle } from "./figure-words.ts";

/** The price of input before and after; of what has one price, that. */
const inputs = ({ from, to, meter }: LaneMove, lang: Language): string[] => [
  from ? (meter === "token" ? number(from.input) : listPrice(from.input, meter, lang)) : "",
  listPrice(to.input, meter, lang),
];

/** Who moved when, over gross margins: one replication. */
export const moves: FigureKind = {
  id: "moves",
  build({ run, baseline, lang }) {
    const { dates } = run.recording;
    const lanes = lanesOf(run, lang, "light", baseline).filter((lane) => lane.points.length > 0);
    if (lanes.length === 0) return null;
    const ghosts = lanes.some((lane) => lane.ghosts.length > 0);
    const rows = lanes.flatMap(({ title, points }) =>
      points.flatMap((p) =>
        p.moves.map((m) => [
          p.date,
          title,
          productName(run.scenario, m.product, lang),
          ...inputs(m, lang),
          ...(m.meter === "token" ? [m.from ? number(m.from.output) : "", price(m.to.output, lang)] : ["", ""]),
        ]),
      ),
    );
    return {
      id: "moves",
      title: say(MOVES, lang),
      subtitle: say(movesSubtitle, lang)(ghosts),
      plain: "",
      gutter: "",
      summary: lanesSummary(lanes, dates, lang),
      drawing: { kind: "lanes", dates, lanes, markers: [] },
      table: {
        head: say(MOVES_HEAD, lang),
        rows: rows.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
      },
    };
  },
};
