import type { WorkerHandle } from "./worker-set.ts";

/** Who hears of a worker's death; once it is dead, of what. */
interface Mourned {
  readonly hearers: Set<(error: unknown) => void>;
  dead: { readonly error: unknown } | null;
}

const all = new WeakMap<WorkerHandle, Mourned>();

/**
 * Tells when a worker dies, until the returned function is called. To race its promise with each run instead would keep
 * every result for as long as the worker lives: a promise that never settles lets go of nothing that waits for it.
 */
export function onDeath(worker: WorkerHandle, hear: (error: unknown) => void): () => void {
  const mourned = all.get(worker) ?? watched(worker);
  if (mourned.dead) hear(mourned.dead.error);
  else mourned.hearers.add(hear);
  return () => mourned.hearers.delete(hear);
}

function watched(worker: WorkerHandle): Mourned {
  const mourned: Mourned = { hearers: new Set(), dead: null };
  all.set(worker, mourned);
  worker.death.catch((error: unknown) => {
    mourned.dead = { error };
    for (const hear of mourned.hearers) hear(error);
    mourned.hearers.clear();
  });
  return mourned;
}
