import { withLever } from "../../scenario/levers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Text } from "../../text/text.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";
import { type Explanation, explainChanges, type RunChanges, runChanges } from "../explain.ts";
import type { Question } from "./question.ts";

export interface RangesOf {
  readonly span: Span;
  readonly levers: readonly string[]; // ids of the scenario's own
}

/** Changes as the scenario stands, with other prices of competition, then with each lever at each end. */
export type RangesPiece = readonly RunChanges[];

/** The verdicts with one thing moved. */
export interface RangeRow {
  readonly id: string; // as-it-is, nash, or a lever's
  readonly label: Text;
  readonly value: number | null; // null: as it stands
  readonly explanation: Explanation;
}

/** Prices of competition this many times what the demand system says: its level is the least certain number of all. */
const NASH_TIMES = [0.5, 2] as const;

const AS_IT_IS: Text = { en: "As it stands", zh: "原样" };
const NASH: Text = { en: "Price of competition (Nash), ×", zh: "纯竞争价格（Nash）倍数" };

/** How the verdicts hang on the calibration: one lever at a time at the ends of what is plausible. */
export const ranges: Question<RangesOf, RangesPiece, readonly RangeRow[]> = {
  runs: ({ levers }) => 1 + 2 * levers.length,
  least: 1,
  async one(scenario, of, simulate) {
    const asIs = await simulate(scenario, { nashBetween: of.span });
    const found = [1, ...NASH_TIMES].map((nashTimes) => runChanges(asIs, of.span, { nashTimes }));
    for (const { moved } of ends(scenario, of.levers))
      found.push(runChanges(await simulate(moved, { nashBetween: of.span }), of.span));
    return found;
  },
  all(scenario, { span, levers }, pieces) {
    const rows = [
      { id: "as-it-is", label: AS_IT_IS, value: null },
      ...NASH_TIMES.map((value) => ({ id: "nash", label: NASH, value })),
      ...ends(scenario, levers),
    ];
    return rows.map(({ id, label, value }, k) => ({
      id,
      label,
      value,
      explanation: explainChanges(
        pieces.map((piece) => piece[k]),
        span,
      ),
    }));
  },
};

const ends = (scenario: Scenario, ids: readonly string[]) =>
  scenario.levers
    .filter(({ id }) => ids.includes(id))
    .flatMap((lever) =>
      lever.plausible.map((value) => ({
        id: lever.id,
        label: lever.label,
        value,
        moved: withLever(scenario, lever, value),
      })),
    );
