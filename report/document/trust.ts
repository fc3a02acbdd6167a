import {
  type Backtest,
  coverage,
  type Focus,
  type Language,
  say,
  type Scenario,
  type Target,
} from "../../engine/index.ts";
import plan from "../../scenarios/backtest/china-2024-history.json";
import result from "../../scenarios/backtest/china-2024-result.json";
import { large, number, percent } from "../../words/format.ts";
import { marketTested, trusted, UNTESTED } from "./focus-words.ts";
import type { Sentence } from "./model.ts";
import { name, NOTHING, of } from "./sentence.ts";

const { targets } = plan as Backtest;

interface Known {
  readonly target: Target;
  readonly mean: number;
  readonly covered: boolean;
}

const known: readonly Known[] = targets.flatMap((target) => {
  const found = result.results.find(({ id }) => id === target.id);
  return found ? [{ target, ...found }] : [];
});

/** How well the model knows what is asked about: its back-test on the figure of that vendor that is public. */
export function trustSentence({ entity, id }: Focus, { currency }: Scenario, lang: Language): Sentence {
  if (currency !== CURRENCY || entity === "segment") return NOTHING;
  if (entity === "market") {
    const [held, tested] = coverage(known);
    return say(marketTested, lang)(name(String(held)), name(String(tested)));
  }
  const vendor = entity === "vendor" ? id : id.split(".")[0];
  const its = known.filter(({ target }) => target.vendor === vendor && !target.judgedBy);
  const best = its.find(({ target: { role, judgedBy } }) => role === "tested" && !judgedBy) ?? its[0];
  if (!best) return of(say(UNTESTED, lang));
  const { target, mean, covered } = best;
  const said = (x: number) => name(amount(target, x, lang));
  return say(trusted, lang)(name(say(target.label, lang)), said(mean), said(target.observed), covered);
}

const CURRENCY = "CNY"; // of the market that was tested

const amount = ({ unit }: Target, x: number, lang: Language): string =>
  unit === "1" ? percent(x) : unit.startsWith("tokens") ? large(x, lang) : number(x);
