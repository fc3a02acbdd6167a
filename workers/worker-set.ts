import type { Remote } from "./comlink.ts";
import { onAbort } from "./on-abort.ts";
import { aborted } from "./runner.ts";
import type { Service } from "./service.ts";

/** A live worker, whatever the platform. */
export interface WorkerHandle {
  readonly service: Remote<Service>;
  /** Rejects when the worker dies or fails to start; never resolves. Comlink alone would wait for ever. */
  readonly death: Promise<never>;
  terminate(): void;
  /** Whether the process must stay for it: an idle worker keeps no script from ending. Pages have no such thing. */
  keepAlive?(busy: boolean): void;
}

interface Waiting {
  readonly take: (worker: WorkerHandle) => void;
  readonly refuse: (why: unknown) => void;
}

/** The workers of a pool, at most `width` at once: which are idle, which are busy, and who waits for one. */
export class WorkerSet {
  readonly width: number;
  readonly #spawn: () => WorkerHandle;
  readonly #idle: WorkerHandle[] = [];
  readonly #busy = new Set<WorkerHandle>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(spawn: () => WorkerHandle, width: number) {
    this.#spawn = spawn;
    this.width = width;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** A worker that can begin at once, so that its work is sent off before whoever asks goes on. */
  free(): WorkerHandle | undefined {
    const worker = this.#idle.pop() ?? (this.#busy.size < this.width ? this.#start() : undefined);
    if (worker) this.#lendOut(worker);
    return worker;
  }

  /** The next worker that gets free. Rejects when the signal aborts first. */
  next(signal?: AbortSignal): Promise<WorkerHandle> {
    return new Promise((resolve, refuse) => {
      let forget = () => {};
      const take = (worker: WorkerHandle) => {
        forget();
        resolve(worker);
      };
      const place = { take, refuse };
      this.#waiting.push(place);
      const leave = () => {
        const at = this.#waiting.indexOf(place);
        if (at >= 0) this.#waiting.splice(at, 1);
        refuse(aborted());
      };
      if (signal) forget = onAbort(signal, leave);
    });
  }

  /** Takes a worker back, or in its place starts another if it is no longer alive and somebody waits. */
  release(worker: WorkerHandle, alive: boolean): void {
    this.#busy.delete(worker);
    if (!alive || this.#closed) worker.terminate();
    const next = this.#waiting.shift();
    if (next) {
      const free = alive ? worker : this.#start();
      this.#lendOut(free);
      next.take(free);
    } else if (alive && !this.#closed) {
      worker.keepAlive?.(false);
      this.#idle.push(worker);
    }
  }

  close(): void {
    this.#closed = true;
    for (const worker of [...this.#idle, ...this.#busy]) worker.terminate();
    for (const { refuse } of this.#waiting.splice(0)) refuse(aborted());
  }

  #lendOut(worker: WorkerHandle): void {
    worker.keepAlive?.(true);
    this.#busy.add(worker);
  }

  /** A worker that dies while it is idle must not be handed out: the next run would fail for it. */
  #start(): WorkerHandle {
    const worker = this.#spawn();
    worker.death.catch(() => {
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }
}
