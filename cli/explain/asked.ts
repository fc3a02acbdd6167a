import { knockOuts, type KnockOut, type Recording, type Scenario } from "../../engine/index.ts";
import { nearest } from "../../engine/scenario/nearest.ts";
import type { Job } from "../../workers/runner.ts";
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

export type RunJob = (job: Pick<Job, "scenario" | "replication" | "nashBetween">) => Promise<Recording>;

/** Does `one` for each replication in a pool; keeps what it returns, not the recordings. `total` runs are announced. */
export async function eachReplication<T>(
  asked: Asked,
  total: number,
  one: (run: RunJob, replication: number) => Promise<T>,
): Promise<T[]> {
  const { scenario, runs, options } = asked;
  const line = progressLine(scenario.title[options.lang], options.quiet);
  let done = 0;
  return withRunner(options, (pool, signal) => {
    const run: RunJob = async (job) => {
      const recording = await pool.run({ ...job, seed: options.seed }, { signal });
      line.update(++done / total);
      return recording;
    };
    return Promise.all(Array.from({ length: runs }, (_, replication) => one(run, replication)));
  }).finally(line.end);
}

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

/** At least two pairs make an interval. */
export function needPairs({ runs, options }: Asked): void {
  if (runs >= 2) return;
  throw new UsageError(options.lang === "zh" ? "-n 1：成对比较至少需要 2 次运行" : "-n 1: a paired comparison needs at least 2 runs"); // prettier-ignore
}
