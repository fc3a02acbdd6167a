import { say, type Worth } from "../../engine/index.ts";
import { money, number, percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";
import {
  afford,
  ANSWERS,
  belowCost,
  breaksEven,
  DIFFERENCE,
  neverBreaksEven,
  outOfReach,
  OWN,
  WORTH_HEAD,
  worthIt,
} from "./worth-words.ts";

export function worthText(w: Worth, { shown: { scenario: s }, runs, options: { lang } }: Asked): string {
  const cash = (x: number) => money(x, s.currency, lang);
  const band = ({ mean, low, high }: Worth["follow"]) => `${cash(mean)} [${cash(low)}, ${cash(high)}]`;
  const name = vendorName(s, w.vendor, lang);
  const table = plainTable(say(WORTH_HEAD, lang), [1, 2]);
  for (const own of ["cut", "hold"] as const) {
    const profits = (["react", "held"] as const).map((them) => cash(w.cells[`${own}/${them}`].profit));
    table.push([say(OWN[own], lang)(name), ...profits]);
  }
  table.push([say(DIFFERENCE, lang), band(w.follow), band(w.unanswered)]);
  const { rise, share, elasticity, realised } = w.breakEven;
  const need = !Number.isFinite(rise)
    ? say(neverBreaksEven, lang)(percent(realised))
    : share > 1
      ? say(outOfReach, lang)(percent(rise), percent(realised))
      : say(breaksEven, lang)(percent(rise), percent(share), number(elasticity), percent(realised));
  return [
    say(worthIt, lang)(name, runs),
    table.toString(),
    say(afford, lang)(name, say(ANSWERS[answerOf(w)], lang), cash(w.follow.mean), cash(w.holdOut.mean)),
    need,
    say(belowCost, lang)(percent(w.belowCost), Number.isFinite(w.runwayWeeks) ? number(w.runwayWeeks) : null),
  ].join("\n");
}

const answerOf = ({ follow }: Worth): keyof typeof ANSWERS =>
  follow.low > 0 ? "yes" : follow.high < 0 ? "no" : "open";
