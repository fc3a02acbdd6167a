// The engine's own kernel on the dense workload: ours.mjs FOLDER js|wasm THREADS. Bundled by the bench.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { CHUNK } from "../../engine/demand/mixed-logit/blocks.ts";
import { openKernel } from "../../engine/demand/mixed-logit/open-kernel.ts";
import { divide } from "../../engine/demand/mixed-logit/blocks.ts";
import { blankPopulation } from "../../engine/demand/mixed-logit/population.ts";
import { ALONE } from "../../engine/model/crew.ts";
import { readWorkload, serve, type Workload } from "./harness.mjs";

interface Part {
  readonly folder: string;
  readonly kernel: "js" | "wasm";
  readonly part: number;
  readonly parts: number;
}

/** The agents of one part in a kernel of its own; returns a function that runs all ticks. */
function prepare({ folder, kernel: id, part, parts }: Part): () => Float64Array {
  const w = readWorkload(folder);
  const [from, to] = [part, part + 1].map((p) => Math.floor((w.agents * p) / parts));
  const n = to - from;
  const kernel = openKernel(id, { agents: n, tastes: w.products });
  if (kernel.id !== id) throw new Error(`there is no ${id} kernel here`);
  const population = blankPopulation(divide([n], ALONE), w.products, kernel.columns);
  for (const name of ["inputWeight", "outputWeight", "qualityFloor"] as const)
    population[name].set(w[name].subarray(from, to));
  population.taste.set(w.taste.subarray(from * w.products, to * w.products));
  const switching = w.switching.slice(from, to);
  const state = {
    w,
    n,
    kernel,
    population,
    switching,
    everyone: Int32Array.from({ length: n }, (_, i) => i),
    held: new Int16Array(n),
  };
  return () => allTicks(state);
}

interface State {
  readonly w: Workload;
  readonly n: number;
  readonly kernel: ReturnType<typeof openKernel>;
  readonly population: ReturnType<typeof blankPopulation>;
  readonly switching: Float32Array;
  readonly everyone: Int32Array;
  readonly held: Int16Array;
}

function allTicks({ w, n, kernel, population, switching, everyone, held }: State): Float64Array {
  const counts = new Float64Array(w.ticks * w.products);
  const products = Int16Array.from({ length: w.products }, (_, j) => j);
  const constants = { mu: w.mu, sameVendor: w.rho, vendorOf: Int16Array.from(w.vendorOf) };
  held.fill(-1);
  for (let t = 0; t < w.ticks; t++) {
    const row = (x: Float32Array) => x.subarray(t * w.products, (t + 1) * w.products);
    const table = {
      products,
      count: w.products,
      lnQuality: w.lnQuality,
      base: w.base,
      input: row(w.input),
      output: row(w.output),
    };
    for (let from = 0; from < n; from += CHUNK) {
      const to = Math.min(n, from + CHUNK);
      const batch = {
        agents: everyone.subarray(from, to),
        count: to - from,
        held: held.subarray(from, to),
        loyalty: switching.subarray(from, to),
        taste: population.taste,
        exclude: null,
        bonus: null,
        pick: held.subarray(from, to),
        reach: kernel.desk.reach,
      };
      kernel.choose(population, table, batch, constants);
      for (let i = from; i < to; i++) if (held[i] >= 0) counts[t * w.products + held[i]]++;
    }
  }
  return counts;
}

async function main(): Promise<void> {
  const [folder, kernel, threads] = process.argv.slice(2);
  const parts = Number(threads);
  const common = { folder, kernel: kernel as Part["kernel"], parts };
  const own = prepare({ ...common, part: 0 });
  const helpers = Array.from(
    { length: parts - 1 },
    (_, k) => new Worker(fileURLToPath(import.meta.url), { workerData: { ...common, part: k + 1 } }),
  );
  const answer = (helper: Worker) => new Promise<Float64Array>((done) => helper.once("message", done));
  await Promise.all(helpers.map(answer)); // each says when it is ready
  serve(async () => {
    const theirs = helpers.map(answer);
    for (const helper of helpers) helper.postMessage("go");
    const counts = own();
    for (const other of await Promise.all(theirs)) for (let c = 0; c < counts.length; c++) counts[c] += other[c];
    return counts;
  });
}

if (isMainThread) await main();
else {
  const run = prepare(workerData as Part);
  parentPort!.on("message", () => parentPort!.postMessage(run()));
  parentPort!.postMessage(new Float64Array(0));
}
