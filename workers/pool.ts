import { breakUp, canShare, CrewBroken, isBig, newBoard, type Recording } from "../engine/index.ts";
import { proxy, type Remote } from "./comlink.ts";
import { rising } from "./progress.ts";
import { aborted, type Job, JobError, type Runner, type RunOptions } from "./runner.ts";
import type { Service } from "./service.ts";

/** A live worker, whatever the platform. */
export interface Hand {
  readonly service: Remote<Service>;
  /** Rejects when the worker dies or fails to start; never resolves. Comlink alone would wait for ever. */
  readonly death: Promise<never>;
  terminate(): void;
}

/** How long a cancelled worker may take to stop by itself before it is ended: one may be deep in a long compile. */
const GRACE_MS = 250;

/** A pool of workers. A dead one fails its run and is replaced before the next; a waiting run can be cancelled too. */
export function poolRunner(spawn: () => Hand, width: number): Runner {
  const idle: Hand[] = [];
  const waiting: { take: (hand: Hand) => void; refuse: (why: unknown) => void }[] = [];
  const busy = new Set<Hand>();
  let closed = false;

  /** A new hand. One that dies while it waits for work must not be handed out: the next run would fail for it. */
  function hire(): Hand {
    const hand = spawn();
    hand.death.catch(() => {
      const at = idle.indexOf(hand);
      if (at >= 0) idle.splice(at, 1);
    });
    return hand;
  }

  /** A hand that can begin at once: its work is sent off before whoever asks goes on, and draws. */
  function freeHand(): Hand | undefined {
    const hand = idle.pop() ?? (busy.size < width ? hire() : undefined);
    if (hand) busy.add(hand);
    return hand;
  }

  function nextHand(signal?: AbortSignal): Promise<Hand> {
    return new Promise((resolve, refuse) => {
      const leave = () => {
        const at = waiting.indexOf(place);
        if (at >= 0) waiting.splice(at, 1);
        refuse(aborted());
      };
      const take = (free: Hand) => {
        signal?.removeEventListener("abort", leave); // one signal may see millions of runs
        resolve(free);
      };
      const place = { take, refuse };
      waiting.push(place);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  function release(hand: Hand, alive: boolean): void {
    busy.delete(hand);
    if (!alive || closed) hand.terminate();
    const next = waiting.shift();
    if (next) {
      const free = alive ? hand : hire();
      busy.add(free);
      next.take(free);
    } else if (alive && !closed) idle.push(hand);
  }

  /** One call to a hand of the pool, raced against its death and a cancel. */
  async function lend<T>(
    job: Pick<Job, "scenario" | "seed" | "replication">,
    { signal, onProgress }: RunOptions,
    call: (service: Remote<Service>, onProgress?: (done: number) => void) => Promise<unknown>,
  ): Promise<T> {
    if (closed) throw new Error("the pool is closed");
    if (signal?.aborted) throw aborted();
    const hand = freeHand() ?? (await nextHand(signal));
    const finished = new AbortController();
    const told = onProgress && rising(onProgress, finished.signal);
    let alive = true;
    const death = hand.death.catch((error) => {
      alive = false;
      throw error;
    });
    try {
      const stop = stopped(hand, finished.signal, signal).catch((error) => {
        alive = false;
        throw error;
      });
      const result = await Promise.race([call(hand.service, told && proxy(told)), death, stop]);
      told?.(1);
      return result as T;
    } catch (error) {
      throw signal?.aborted ? aborted() : new JobError(job, error);
    } finally {
      finished.abort();
      release(hand, alive);
    }
  }

  /** Several hands on one run. One request takes them one after another, so that no two crews wait for each other. */
  async function runTogether(job: Job, size: number, options: RunOptions): Promise<Recording> {
    const { signal } = options;
    const board = newBoard(job.scenario);
    const place = (index: number) => ({ board, index, size });
    const members: Promise<unknown>[] = [
      lend(job, options, (service, onProgress) => service.run(job, onProgress, place(0))),
      ...Array.from({ length: size - 1 }, (_, k) =>
        lend(job, { signal }, (service) => service.assist(job, place(k + 1))),
      ),
    ];
    for (const member of members) member.catch(() => breakUp(board)); // a dead thread cannot say so itself
    const ended = await Promise.allSettled(members);
    const failed = ended.filter((e) => e.status === "rejected").map((e) => e.reason as Error);
    if (failed.length > 0) throw failed.find((e) => !isBroken(e)) ?? failed[0];
    return (ended[0] as PromiseFulfilledResult<Recording>).value;
  }

  /** A run that looks for equilibria as it goes needs everybody in one place. */
  const threadsFor = ({ scenario, nashBetween, nashEvery }: Job, wish: number | undefined): number =>
    nashBetween || nashEvery !== undefined || !canShare(scenario)
      ? 1
      : Math.min(width, wish ?? (isBig(scenario) ? width : 1));

  return {
    width,
    run(job, options = {}) {
      const size = threadsFor(job, options.threads);
      if (size > 1) return runTogether(job, size, options);
      return lend(job, options, (service, onProgress) => service.run(job, onProgress));
    },
    measure: (job, outputs, options = {}) =>
      lend(job, options, (service, onProgress) => service.measure(job, outputs, onProgress)),
    ask: (ask, options = {}) => lend(ask, options, (service, onProgress) => service.ask(ask, onProgress)),
    async close() {
      closed = true;
      for (const hand of [...idle, ...busy]) hand.terminate();
      for (const { refuse } of waiting.splice(0)) refuse(aborted());
    },
  };
}

/** Whether a run failed only because another thread of it did. The name crosses threads, the class does not. */
const isBroken = ({ cause }: Error): boolean => cause instanceof Error && cause.name === CrewBroken.name;

/** Passes a cancel on to the worker; rejects if that has not ended the run after a while. Never resolves. */
function stopped(hand: Hand, finished: AbortSignal, signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => {
      hand.service.cancel().catch(() => {}); // a dead worker has nothing to cancel
      const timer = setTimeout(() => reject(aborted()), GRACE_MS);
      finished.addEventListener("abort", () => clearTimeout(timer));
    };
    if (signal?.aborted) cancel();
    else signal?.addEventListener("abort", cancel, { once: true, signal: finished });
  });
}
