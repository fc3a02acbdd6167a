import type { Runner, RunOptions } from "../../workers/runner.ts";

/** A runner that tells which share of so many runs is done, each as far as it is: for work that tells none itself. */
export function counted(runner: Runner, total: number, told: (done: number) => void): Runner {
  let done = 0;
  const counting = async <T>(how: RunOptions | undefined, work: (how: RunOptions) => Promise<T>): Promise<T> => {
    let own = 0;
    const rise = (share: number) => {
      done += share - own;
      own = share;
      told(Math.min(1, done / total));
    };
    const result = await work({ ...how, onProgress: rise });
    rise(1);
    return result;
  };
  return {
    ...runner,
    run: (job, how) => counting(how, (told) => runner.run(job, told)),
    measure: (job, outputs, how) => counting(how, (told) => runner.measure(job, outputs, told)),
    ask: (ask, how) => counting(how, (told) => runner.ask(ask, told)),
  };
}
