import { type HeapProfiler, Session } from "node:inspector/promises";
import { expect, test } from "vitest";
import { compile, KERNELS, type KernelId, openMarket, tick } from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

const WARM = 150; // ticks: until the loops are compiled, intermediate numbers live on the heap
const TICKS = 60; // in a span
const SPANS = 5; // on a busy machine some code is compiled in one of them; what every tick leaves is in all

/** What the demand side leaves to the garbage collector in a tick [bytes], as V8 samples it. */
async function garbage(agents: number, kernel: KernelId): Promise<number> {
  const model = compile(library("china-2024", { "demand.agents": agents }), { kernel });
  const market = openMarket(model);
  const upTo = (end: number) => {
    while (market.tick < end) tick(model, market);
  };
  upTo(WARM);
  const spans: number[] = [];
  for (let k = 1; k <= SPANS; k++) spans.push(await sampled(() => upTo(WARM + k * TICKS)));
  return Math.min(...spans) / TICKS;
}

/** Bytes that the demand side puts on the heap in some work. */
async function sampled(work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  const everything = {
    samplingInterval: 1024,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  };
  await session.post("HeapProfiler.startSampling", everything);
  work();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const own = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
    (callFrame.url.includes("/engine/demand/") ? selfSize : 0) + children.reduce((sum, child) => sum + own(child), 0);
  return own(profile.head);
}

test.each(KERNELS)(
  "once warm, a tick's choices leave no garbage for each agent, only a few tables (%s)",
  async (kernel) => {
    const [few, many] = [await garbage(2000, kernel), await garbage(60_000, kernel)];
    expect(few).toBeGreaterThan(0); // the profiler sees this code
    expect((many - few) / 58_000).toBeLessThan(1); // byte an agent; one number on the heap would be 12
  },
);
