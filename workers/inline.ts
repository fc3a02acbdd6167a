import { measure } from "../engine/index.ts";
import { answer, drive } from "./drive.ts";
import { aborted, type Job, JobError, type Runner, type RunOptions } from "./runner.ts";

/** Runs in the caller's own thread: for tests, scripts and small machines. */
export function inlineRunner(): Runner {
  async function run<T>(
    job: Pick<Job, "scenario" | "seed" | "replication">,
    options: RunOptions | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    if (options?.signal?.aborted) throw aborted();
    try {
      return await work();
    } catch (error) {
      throw error instanceof DOMException ? error : new JobError(job, error);
    }
  }
  return {
    width: 1,
    run: (job, options) => run(job, options, () => drive(job, options)),
    measure: (job, outputs, options) => run(job, options, async () => measure(await drive(job, options), outputs)),
    ask: (ask, options) => run(ask, options, () => answer(ask, options)),
    close: async () => {},
  };
}
