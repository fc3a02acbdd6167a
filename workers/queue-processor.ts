import { type Measured, measure } from "../engine/index.ts";
import { unpackPlugin } from "./carried-plugins.ts";
import { drive } from "./drive.ts";
import { importPluginOnNode } from "./plugins-node.ts";
import { loadPlugins } from "./plugins.ts";
import { type BatchDone, pack, type QueuedBatch } from "./queue-wire.ts";

/** What a worker thread of the queue does with a batch. A run that fails leaves the others be. */
export default async function process({ data }: { readonly data: QueuedBatch }): Promise<BatchDone> {
  await loadPlugins(data.plugins.map(unpackPlugin), importPluginOnNode);
  const start = performance.now();
  const runs: BatchDone["runs"][number][] = [];
  for (const { job, outputs } of data.runs) {
    try {
      const measured = measure(await drive(job), outputs);
      runs.push(pack(data.series ? measured : withoutSeries(measured)));
    } catch (error) {
      runs.push({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  return { runs, ms: performance.now() - start };
}

const withoutSeries = (measured: Measured): Measured => ({ ...measured, paths: [], series: [] });
