import {
  type AnswerOf,
  knockOuts,
  type KnockOut,
  type OfQuestion,
  type QuestionId,
  questionOf,
  say,
  type Scenario,
} from "../../engine/index.ts";
import { nearest } from "../../engine/text/nearest.ts";
import { replicate } from "../../workers/replications.ts";
import { progressLine } from "../io.ts";
import { noSuchThing, noVendor, tooFewPairs } from "../problem-words.ts";
import type { Shown } from "../reader-money.ts";
import { withRunner } from "../runner.ts";
import { type Options, UsageError } from "../verb.ts";

/** What all sections of `explain` work on. */
export interface Asked {
  readonly scenario: Scenario;
  readonly shown: Shown; // the same for words, in the reader's money
  readonly runs: number;
  readonly span: { readonly from: string; readonly to: string };
  readonly options: Options;
}

/** Puts a question to every replication in a pool, announcing the runs, and puts the answers together. */
export async function askAll<Q extends QuestionId>(
  question: Q,
  of: OfQuestion<Q>,
  { scenario, runs, options }: Pick<Asked, "scenario" | "runs" | "options">,
): Promise<AnswerOf<Q>> {
  const asks = questionOf(question);
  if (runs < asks.least) throw new UsageError(tooFewPairs(runs));
  const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
  return withRunner(options, async (pool, signal) => {
    const pieces = await replicate(
      runs,
      (replication, onProgress) =>
        pool.ask({ question, of, scenario, seed: options.seed, replication }, { signal, onProgress }),
      line.update,
    );
    return asks.all(scenario, of, pieces);
  }).finally(line.end);
}

/** Knock-outs named on the command line, separated by commas. @throws UsageError naming the nearest there is. */
export function namedKnockOuts({ scenario, options }: Asked): KnockOut[] {
  const all = knockOuts(scenario);
  const ids = all.map(({ id }) => id);
  return String(options.knockOut)
    .split(",")
    .map((given) => {
      const id = given.trim();
      const found = all.find((k) => k.id === id);
      if (found) return found;
      throw new UsageError(noSuchThing("--knock-out", id, nearest(id, ids), ids));
    });
}

/** A vendor named on the command line. @throws UsageError naming those there are. */
export function namedVendor(flag: string, { scenario }: Asked, given: unknown): string {
  const ids = Object.keys(scenario.vendors);
  const id = String(given);
  if (ids.includes(id)) return id;
  throw new UsageError(noVendor(flag, id, ids));
}
