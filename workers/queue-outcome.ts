import type { Job, Queue, QueueEvents } from "bullmq";

const LOOK_MS = 5000;
const SILENT_MS = 20_000;

/**
 * What a batch came to; null when the queue no longer knows it: a Redis that restarts empty forgets its jobs and the
 * news of them, and whoever waits for news alone waits for ever. So a look is taken every few seconds as well.
 */
export async function outcomeOf<Done>(
  job: Job,
  queue: Queue,
  events: QueueEvents,
  onSilence?: (seconds: number) => void,
): Promise<Done | null> {
  const told = job.waitUntilFinished(events) as Promise<Done>;
  told.catch(() => {}); // heard below, or told by a look
  const over = new AbortController();
  try {
    return await Promise.race([told, looked<Done>(job, queue, over.signal, onSilence)]);
  } finally {
    over.abort();
  }
}

async function looked<Done>(
  { id }: Job,
  queue: Queue,
  over: AbortSignal,
  onSilence?: (seconds: number) => void,
): Promise<Done | null> {
  const since = performance.now();
  for (;;) {
    await pause(LOOK_MS, over);
    const found = await answered(queue.getJob(id!) as Promise<Job | undefined>, over, onSilence);
    if (over.aborted) return null;
    if (!found) return null;
    const state = await found.getState();
    if (state === "completed") return found.returnvalue as Done;
    if (state === "failed") throw new Error(found.failedReason);
    if (state === "unknown" && performance.now() - since > LOOK_MS) return null; // lost between two questions
  }
}

/** The answer, however long it takes; silence is told now and then. */
async function answered<T>(question: Promise<T>, over: AbortSignal, onSilence?: (seconds: number) => void): Promise<T> {
  const since = performance.now();
  const timer = setInterval(() => {
    if (over.aborted) return clearInterval(timer);
    onSilence?.(Math.round((performance.now() - since) / 1000));
  }, SILENT_MS);
  return question.finally(() => clearInterval(timer));
}

/** Ends early when nobody waits any more. */
function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      over.removeEventListener("abort", end); // a batch that waits for minutes would gather them
      resolve();
    };
    const timer = setTimeout(end, ms);
    over.addEventListener("abort", end);
  });
}
