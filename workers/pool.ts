import { breakUp, canShare, CrewBroken, isBig, newBoard, type Recording } from "../engine/index.ts";
import { onDeath } from "./death.ts";
import { proxy, type Remote } from "./comlink.ts";
import { onAbort } from "./on-abort.ts";
import { rising } from "./progress.ts";
import { aborted, type Job, JobError, type Runner, type RunOptions } from "./runner.ts";
import type { Service } from "./service.ts";
import { checkWhole } from "./whole.ts";
import { type WorkerHandle, WorkerSet } from "./worker-set.ts";

/** How long a cancelled worker may take to stop by itself before it is ended: one may be deep in a long compile. */
const GRACE_MS = 250;

/**
 * A pool of workers. A dead one fails its run and is replaced before the next; a waiting run can be cancelled too.
 * @throws RangeError where its width is no whole number of workers
 */
export function poolRunner(spawn: () => WorkerHandle, width: number): Runner {
  checkWhole("a pool: width", width, 1);
  const workers = new WorkerSet(spawn, width);
  return {
    width,
    async run(job, options = {}) {
      if (options.threads !== undefined) checkWhole("a run: threads", options.threads, 1);
      const size = threadsFor(job, width, options.threads);
      if (size > 1) return runTogether(workers, job, size, options);
      return lend(workers, job, options, (service, onProgress) => service.run(job, onProgress));
    },
    measure: (job, outputs, options = {}) =>
      lend(workers, job, options, (service, onProgress) => service.measure(job, outputs, onProgress)),
    ask: (ask, options = {}) => lend(workers, ask, options, (service, onProgress) => service.ask(ask, onProgress)),
    close: async () => workers.close(),
  };
}

/** A run that looks for equilibria as it goes needs everybody in one place. */
const threadsFor = ({ scenario, nashBetween, nashEvery }: Job, width: number, wish: number | undefined): number =>
  nashBetween || nashEvery !== undefined || !canShare(scenario)
    ? 1
    : Math.min(width, wish ?? (isBig(scenario) ? width : 1));

/** One call to a worker, raced against its death and a cancel. */
async function lend<T>(
  workers: WorkerSet,
  job: Pick<Job, "scenario" | "seed" | "replication">,
  { signal, onProgress }: RunOptions,
  call: (service: Remote<Service>, onProgress?: (done: number) => void) => Promise<unknown>,
): Promise<T> {
  if (workers.closed) throw new Error("the pool is closed");
  if (signal?.aborted) throw aborted();
  const worker = workers.free() ?? (await workers.next(signal));
  const finished = new AbortController();
  const told = onProgress && rising(onProgress, finished.signal);
  let alive = true;
  let forget: (() => void)[] = [];
  const end = new Promise<never>((_, reject) => {
    const died = (error: unknown) => {
      alive = false;
      reject(error);
    };
    forget = [onDeath(worker, died), whenStopped(worker, died, finished.signal, signal)];
  });
  try {
    const result = await Promise.race([call(worker.service, told && proxy(told)), end]);
    told?.(1);
    return result as T;
  } catch (error) {
    throw signal?.aborted ? aborted() : new JobError(job, error);
  } finally {
    for (const each of forget) each();
    finished.abort();
    workers.release(worker, alive);
  }
}

/** Several workers on one run. One request takes them one after another, so that no two crews wait for each other. */
async function runTogether(workers: WorkerSet, job: Job, size: number, options: RunOptions): Promise<Recording> {
  const { signal } = options;
  const board = newBoard(job.scenario);
  const place = (index: number) => ({ board, index, size });
  const members: Promise<unknown>[] = [
    lend(workers, job, options, (service, onProgress) => service.run(job, onProgress, place(0))),
    ...Array.from({ length: size - 1 }, (_, k) =>
      lend(workers, job, { signal }, (service) => service.assist(job, place(k + 1))),
    ),
  ];
  for (const member of members) member.catch(() => breakUp(board)); // a dead thread cannot say so itself
  const ended = await Promise.allSettled(members);
  const failed = ended.filter((e) => e.status === "rejected").map((e) => e.reason as Error);
  if (failed.length > 0) throw failed.find((e) => !isBroken(e)) ?? failed[0];
  return (ended[0] as PromiseFulfilledResult<Recording>).value;
}

/** Whether a run failed only because another thread of it did. The name crosses threads, the class does not. */
const isBroken = ({ cause }: Error): boolean => cause instanceof Error && cause.name === CrewBroken.name;

/** Passes a cancel on to the worker; tells if that has not ended the run after a while. What it gives forgets it. */
function whenStopped(
  worker: WorkerHandle,
  tell: (error: unknown) => void,
  finished: AbortSignal,
  signal?: AbortSignal,
): () => void {
  const cancel = () => {
    worker.service.cancel().catch(() => {}); // a dead worker has nothing to cancel
    const timer = setTimeout(() => tell(aborted()), GRACE_MS);
    finished.addEventListener("abort", () => clearTimeout(timer));
  };
  if (!signal) return () => {};
  if (!signal.aborted) return onAbort(signal, cancel);
  cancel();
  return () => {};
}
