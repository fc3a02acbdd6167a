import { measure, type Recording } from "../engine/index.ts";
import { drive } from "./drive.ts";
import { aborted, type Job, JobError, type Runner, type RunOptions } from "./runner.ts";

/** Runs in the caller's own thread: for tests, scripts and small machines. */
export function inlineRunner(): Runner {
  async function run<T>(job: Job, options: RunOptions | undefined, then: (recording: Recording) => T): Promise<T> {
    if (options?.signal?.aborted) throw aborted();
    try {
      return then(await drive(job, options));
    } catch (error) {
      throw error instanceof DOMException ? error : new JobError(job, error);
    }
  }
  return {
    width: 1,
    run: (job, options) => run(job, options, (recording) => recording),
    measure: (job, outputs, options) => run(job, options, (recording) => measure(recording, outputs)),
    close: async () => {},
  };
}
