import type { Recording, Scenario } from "../../engine/index.ts";
import { wrap } from "../../workers/comlink.ts";
import { poolRunner } from "../../workers/pool.ts";
import type { WorkerHandle } from "../../workers/worker-set.ts";
import type { Service } from "../../workers/service.ts";

/** Runs of replication 0, in a worker made of the page's own script. */
export interface Runs {
  run(scenario: Scenario, seed: string, signal?: AbortSignal): Promise<Recording>;
}

export function openRuns(script: string): Runs {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const pool = poolRunner(() => hire(address), 1);
  return { run: (scenario, seed, signal) => pool.run({ scenario, seed, replication: 0 }, { signal }) };
}

function hire(address: string): WorkerHandle {
  const worker = new Worker(address);
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (e) => reject(new Error(e.message || "the worker died")));
  });
  death.catch(() => {}); // heard by whoever races it
  return { service: wrap<Service>(worker), death, terminate: () => worker.terminate() };
}
