import { measure } from "../engine/index.ts";
import { drive } from "./drive.ts";
import { importPluginOnNode } from "./plugins-node.ts";
import { loadPlugins } from "./plugins.ts";
import { pack, type QueuedRun, type WireMeasured } from "./queue-wire.ts";

/** What a worker thread of the queue does with one run. */
export default async function process({ data }: { readonly data: QueuedRun }): Promise<WireMeasured> {
  await loadPlugins(data.job.plugins ?? [], importPluginOnNode);
  return pack(measure(await drive(data.job), data.outputs));
}
