import { measure } from "../engine/index.ts";
import { answer, drive } from "./drive.ts";
import { rising } from "./progress.ts";
import { aborted, type Job, JobError, type Runner, type RunOptions } from "./runner.ts";

/** Runs in the caller's own thread: for tests, scripts and small machines. */
export function inlineRunner(): Runner {
  async function run<T>(
    job: Pick<Job, "scenario" | "seed" | "replication">,
    { signal, onProgress }: RunOptions = {},
    work: (options: RunOptions) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw aborted();
    try {
      return await work({ signal, onProgress: onProgress && rising(onProgress) });
    } catch (error) {
      throw error instanceof DOMException ? error : new JobError(job, error);
    }
  }
  return {
    width: 1,
    run: (job, given) => run(job, given, (options) => drive(job, options)),
    measure: (job, outputs, given) => run(job, given, async (options) => measure(await drive(job, options), outputs)),
    ask: (ask, given) => run(ask, given, (options) => answer(ask, options)),
    close: async () => {},
  };
}
