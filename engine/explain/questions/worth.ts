import type { Recording } from "../../recording/recorder.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";
import { type Cell, CELLS, recoupmentCells, type Worth, worthOf, type WorthRun, worthRun } from "../recoupment.ts";
import type { Question } from "./question.ts";

export interface WorthQuestion {
  readonly vendor: string;
  readonly span: Span;
}

/** Whether a vendor's cuts paid: the two-by-two in four paired runs a replication. */
export const worth: Question<WorthQuestion, WorthRun, Worth> = {
  runs: () => CELLS.length,
  least: 2,
  async one(scenario, { vendor, span }, simulate) {
    const actual = await simulate(scenario);
    const cells = recoupmentCells(scenario, vendor, actual);
    const runs: Partial<Record<Cell, Recording>> = { "cut/react": actual };
    for (const c of CELLS) runs[c] ??= await simulate(cells[c]);
    return worthRun(vendor, runs as Record<Cell, Recording>, span);
  },
  all: (_scenario, { vendor }, pieces) => worthOf(vendor, pieces),
};
