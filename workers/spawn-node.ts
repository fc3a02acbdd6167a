import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { wrap } from "./comlink.ts";
import { poolRunner } from "./pool.ts";
import type { WorkerHandle } from "./worker-set.ts";
import type { Runner } from "./runner.ts";
import type { Service } from "./service.ts";

/** Built, the worker is a file next to this one; in a checkout, a plain-JS boot file loads the TypeScript entry. */
const entry = import.meta.url.endsWith(".ts")
  ? new URL("./boot-node.mjs", import.meta.url)
  : new URL("./worker-node.js", import.meta.url);

function spawn(): WorkerHandle {
  const worker = new Worker(entry);
  const death = new Promise<never>((_, reject) => {
    worker.once("error", (error) => reject(new Error(`the worker died: ${error.message}`, { cause: error })));
    worker.once("exit", (code) => reject(new Error(`the worker exited with code ${code}`)));
  });
  death.catch(() => {}); // heard by whoever races it; nobody else needs to
  return {
    service: wrap<Service>(nodeEndpoint(worker)),
    death,
    terminate: () => void worker.terminate(),
    keepAlive: (busy) => (busy ? worker.ref() : worker.unref()),
  };
}

/**
 * Runs in worker threads, as many as there are cores unless told otherwise. Idle ones keep no script from ending;
 * `await pool.close()` ends them at once.
 */
export const nodePool = (width = availableParallelism()): Runner => poolRunner(spawn, width);
