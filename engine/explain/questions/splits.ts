import type { Recording } from "../../recording/recorder.ts";
import { anatomy, type War } from "../anatomy.ts";
import { type Course, courseOf } from "../course.ts";
import { type Explanation, explainChanges, type RunChanges, runChanges } from "../explain.ts";
import { type Growth, growthBetween } from "../growth.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";
import { medianWar, type TypicalWar } from "../typical.ts";
import type { Question } from "./question.ts";

export interface SplitsOf {
  readonly span: Span;
  /** Whether competition is priced too, which takes most of the time. Without it verdicts are weak. Default: yes. */
  readonly nash?: boolean;
}

/** What one run says. */
export interface SplitsPiece {
  readonly changes: RunChanges;
  readonly war: War | null;
  readonly course: Course;
  readonly growth: Growth;
}

export interface Splits {
  readonly explanation: Explanation;
  readonly war: TypicalWar | null;
  readonly course: Course | null; // of the run the war is told of
  readonly growth: readonly Growth[]; // by replication
}

/** Pass-through or price war: the three splits, the verdicts, the war, the growth. One run a replication. */
export const splits: Question<SplitsOf, SplitsPiece, Splits> = {
  runs: () => 1,
  least: 1,
  async one(scenario, { span, nash = true }, simulate) {
    return splitsPiece(await simulate(scenario, nash ? { nashBetween: span } : {}), span);
  },
  all(_scenario, { span }, pieces) {
    const war = medianWar(pieces.map((p) => p.war));
    return {
      explanation: explainChanges(
        pieces.map((p) => p.changes),
        span,
      ),
      war,
      course: war && pieces[war.replication].course,
      growth: pieces.map((p) => p.growth),
    };
  },
};

/** What a run that is there says; with `nashBetween` the same days, of competition too. */
export const splitsPiece = (r: Recording, span: Span): SplitsPiece => ({
  changes: runChanges(r, span),
  war: anatomy(r, span),
  course: courseOf(r, span),
  growth: growthBetween(r, span),
});
