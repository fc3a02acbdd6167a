import { drive } from "./drive.ts";
import { aborted, JobError, type Runner } from "./runner.ts";

/** Runs in the caller's own thread: for tests, scripts and small machines. */
export function inlineRunner(): Runner {
  return {
    width: 1,
    async run(job, options) {
      if (options?.signal?.aborted) throw aborted();
      try {
        return await drive(job, options);
      } catch (error) {
        throw error instanceof DOMException ? error : new JobError(job, error);
      }
    },
    close: async () => {},
  };
}
