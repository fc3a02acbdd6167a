import {
  type AnswerOf,
  type OfQuestion,
  type QuestionId,
  questionOf,
  type Scenario,
  type Splits,
} from "../engine/index.ts";
import { inlineRunner } from "../workers/inline.ts";
import { replicate } from "../workers/replications.ts";
import type { Runner } from "../workers/runner.ts";
import { checkOptions, checkRuns, checkScenario } from "./library-arguments.ts";

export interface ExplainOptions {
  /** Replications; default 20. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: string | number;
  /** Where runs happen: the caller's own thread unless told otherwise (`nodePool()` for all cores). */
  readonly runner?: Pick<Runner, "ask">;
  readonly signal?: AbortSignal;
}

export interface SpanOptions extends ExplainOptions {
  /** ISO dates compared; the scenario's first and last day unless told otherwise. */
  readonly from?: string;
  readonly to?: string;
}

const NAMES = ["runs", "seed", "runner", "signal"];

/**
 * Pass-through or price war, in one call: for each product, vendor and the basket, the price change between two days
 * split three ways [money/Mtok], a verdict and how robust it is [0-1]; the war of median severity; the growth of tokens
 * [Mtok/week]. What `pricewar explain` prints.
 *
 *     const { explanation } = await explain(await loadScenario("china-2024"), { to: "2024-12-31" });
 *     explanation.index?.verdict // "war"
 *
 * @throws RangeError when `from` is not before `to` or either lies outside the scenario; JobError when a run fails;
 * AbortError.
 */
export async function explain(scenario: Scenario, { from, to, ...options }: SpanOptions = {}): Promise<Splits> {
  checkScenario("explain", scenario);
  checkOptions("explain", options, NAMES);
  const { clock } = scenario;
  const span = { from: from ?? clock.start, to: to ?? clock.end };
  if (!(clock.start <= span.from && span.from < span.to && span.to <= clock.end))
    throw new RangeError(
      `from ${span.from} to ${span.to}: expected two days in order between ${clock.start} and ${clock.end}`,
    );
  return ask(scenario, "splits", { span }, options);
}

/**
 * Any question of `questions` over replications: `ask(s, "worth", { vendor: "zhipu", span })` whether its cuts paid,
 * `"knockOuts"` what would be without something, `"share"` and `"growth"` where they come from.
 *
 * @throws RangeError with fewer runs than the question needs, or for a knock-out there is not; JobError; AbortError.
 */
export async function ask<Q extends QuestionId>(
  scenario: Scenario,
  question: Q,
  of: OfQuestion<Q>,
  options: ExplainOptions = {},
): Promise<AnswerOf<Q>> {
  checkScenario("ask", scenario);
  checkOptions(question, options, NAMES);
  const { runs = 20, seed = 1, runner = inlineRunner(), signal } = options;
  const asked = questionOf(question);
  checkRuns(question, runs, asked.least);
  const one = (replication: number) => runner.ask({ question, of, scenario, seed, replication }, { signal });
  return asked.all(scenario, of, await replicate(runs, one));
}
