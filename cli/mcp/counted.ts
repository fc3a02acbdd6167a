import type { Runner } from "../../workers/runner.ts";

/** A runner that tells which share of so many runs is done: for work that has no progress of its own. */
export function counted(runner: Runner, total: number, told: (done: number) => void): Runner {
  let done = 0;
  const counting = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    told(++done / total);
    return result;
  };
  return {
    ...runner,
    run: (job, how) => counting(runner.run(job, how)),
    measure: (job, outputs, how) => counting(runner.measure(job, outputs, how)),
    ask: (ask, how) => counting(runner.ask(ask, how)),
  };
}
