import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What this process holds once its garbage is gone [MB; handles]. */
export async function ownMemory(): Promise<Readonly<Record<string, number>>> {
  for (let k = 0; k < 3; k++) {
    collect();
    await new Promise((next) => setTimeout(next, 50)); // what is finalised lets go of more
  }
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  const mb = (bytes: number) => bytes / 2 ** 20;
  return {
    heap: mb(heapUsed),
    external: mb(external),
    buffers: mb(arrayBuffers),
    rss: mb(rss), // threads too
    handles: process.getActiveResourcesInfo().length,
  };
}
