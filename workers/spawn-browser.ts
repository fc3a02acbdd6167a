import { wrap } from "./comlink.ts";
import { poolRunner } from "./pool.ts";
import type { WorkerHandle } from "./worker-set.ts";
import type { Runner } from "./runner.ts";
import type { Service } from "./service.ts";

function spawn(): WorkerHandle {
  const worker = new Worker(new URL("./worker-browser.ts", import.meta.url), { type: "module" });
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (e) => reject(new Error(`the worker died: ${e.message || "unknown error"}`)));
    worker.addEventListener("messageerror", () => reject(new Error("the worker sent what cannot be read")));
  });
  death.catch(() => {}); // heard by whoever races it; nobody else needs to
  return { service: wrap<Service>(worker), death, terminate: () => worker.terminate() };
}

/** Runs in web workers. */
export const browserPool = (width: number): Runner => poolRunner(spawn, width);
