import {
  type AnswerOf,
  knockOuts,
  type KnockOut,
  type OfQuestion,
  type QuestionId,
  questionOf,
  type Scenario,
} from "../../engine/index.ts";
import { nearest } from "../../engine/text/nearest.ts";
import { progressLine } from "../io.ts";
import { withRunner } from "../runner.ts";
import { type Options, UsageError } from "../verb.ts";

/** What all sections of `explain` work on. */
export interface Asked {
  readonly scenario: Scenario;
  readonly runs: number;
  readonly span: { readonly from: string; readonly to: string };
  readonly options: Options;
}

/** Puts a question to every replication in a pool, announcing the runs, and puts the answers together. */
export async function askAll<Q extends QuestionId>(question: Q, of: OfQuestion<Q>, asked: Asked): Promise<AnswerOf<Q>> {
  const { scenario, runs, options } = asked;
  const asks = questionOf(question);
  if (runs < asks.least) throw tooFew(asked);
  const line = progressLine(scenario.title[options.lang], options.quiet, options.lang);
  const done = new Float64Array(runs);
  return withRunner(options, async (pool, signal) => {
    const one = (replication: number) =>
      pool.ask({ question, of, scenario, seed: options.seed, replication }, { signal, onProgress: told(replication) });
    const told = (replication: number) => (share: number) => {
      done[replication] = share;
      line.update(done.reduce((a, b) => a + b, 0) / runs);
    };
    return asks.all(scenario, of, await Promise.all(Array.from({ length: runs }, (_, k) => one(k))));
  }).finally(line.end);
}

/** At least two pairs make an interval. */
const tooFew = ({ runs, options }: Asked) =>
  new UsageError(
    options.lang === "zh"
      ? `-n ${runs}：成对比较至少需要 2 次运行`
      : `-n ${runs}: a paired comparison needs at least 2 runs`,
  );

/** Knock-outs named on the command line, separated by commas. @throws UsageError naming the nearest there is. */
export function namedKnockOuts({ scenario, options }: Asked): KnockOut[] {
  const all = knockOuts(scenario);
  return String(options.knockOut)
    .split(",")
    .map((id) => {
      const found = all.find((k) => k.id === id.trim());
      if (found) return found;
      const ids = all.map((k) => k.id);
      const near = nearest(id.trim(), ids);
      throw new UsageError(
        options.lang === "zh"
          ? `--knock-out ${id}：没有这一项${near ? `，是否指 “${near}”？` : ""} 可选：${ids.join("、")}`
          : `--knock-out ${id}: no such thing${near ? `; did you mean “${near}”?` : ""} There are ${ids.join(", ")}`,
      );
    });
}

/** A vendor named on the command line. @throws UsageError naming those there are. */
export function namedVendor(flag: string, { scenario, options }: Asked, given: unknown): string {
  const ids = Object.keys(scenario.vendors);
  const id = String(given);
  if (ids.includes(id)) return id;
  throw new UsageError(
    options.lang === "zh"
      ? `${flag} ${id}：没有这家厂商；可选：${ids.join("、")}`
      : `${flag} ${id}: no such vendor; there are ${ids.join(", ")}`,
  );
}
