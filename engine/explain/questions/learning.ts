import { demandOf } from "../../demand/demand-model.ts";
import { openMarket } from "../../market/open.ts";
import { seedWord } from "../../math/random.ts";
import { compile } from "../../compile/compile.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { type GridOptions, type PayoffTable, payoffTable } from "../../learning/payoffs.ts";
import type { Learning } from "../../learning/session.ts";
import { type Outcome, study, summarise, type Summary } from "../../learning/study.ts";
import type { Question } from "./question.ts";

export interface LearningOf {
  readonly learning: Learning;
  readonly grid: GridOptions;
}

/** What the learners played for, and where they ended. */
export interface LearningAnswer {
  readonly summary: Summary;
  readonly nash: readonly number[]; // price by firm [money]
  readonly cartel: readonly number[];
}

export interface LearningPiece {
  readonly outcome: Outcome;
  readonly nash: readonly number[];
  readonly cartel: readonly number[];
}

/** A table of profits has points^firms rows: with five firms there would be 759,375. */
const MOST_FIRMS = 4;

/**
 * Where algorithms that learn prices by trying end up (Calvano et al. 2020): a replication is a session of learning.
 */
export const learning: Question<LearningOf, LearningPiece, LearningAnswer> = {
  runs: () => 1,
  least: 2,
  async one(scenario, { learning: how, grid }, _simulate, { seed, replication, work }) {
    const table = tableOf(scenario, grid);
    const outcome = await work(study(table, how, { seed: seedWord(seed), session: replication }));
    return { outcome, nash: [...table.nashPrice], cartel: [...table.cartelPrice] };
  },
  all: (_scenario, _of, pieces) => ({ ...pieces[0], summary: summarise(pieces.map((p) => p.outcome)) }),
};

/**
 * The scenario's first day as a game on a grid of prices, from the engine's own demand.
 * @throws RangeError unless two to four vendors sell one product each
 */
function tableOf(scenario: Scenario, grid: GridOptions): PayoffTable {
  const model = compile(scenario);
  const { game, products } = demandOf(model).priced(model, openMarket(model));
  const owners = new Set(products.map((j) => model.vendorOf[j]));
  if (owners.size !== products.length || owners.size < 2 || owners.size > MOST_FIRMS) {
    const found = `${scenario.id} begins with ${products.length} products of ${owners.size}`;
    throw new RangeError(`Q-learning is studied among two to ${MOST_FIRMS} vendors with one product each; ${found}`);
  }
  return payoffTable(game, grid);
}
