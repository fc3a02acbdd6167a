// How many tiny runs a second go through the queue, in how many batches, and what they cost the process that hands them
// out. Prints; asserts nothing. Needs redis-server.
//   npm run build && npx tsx bench/queue.ts [runs] [workers]
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { Redis } from "ioredis";
import { main } from "../test/support/cli.ts";
import { freePort, Processes } from "../test/support/queue.ts";

const [runs, workers] = [2000, 1].map((usual, k) => Number(process.argv[2 + k] ?? usual));
const DESIGN = `scenario: textbook-logit
method: sobol
runs: ${runs}
agents: 1000
parameters: [{path: demand.mu, range: [0.1, 0.5]}]
outputs: [market.hhi, market.tokens, headline.priceFall]
`;

const folder = mkdtempSync(join(tmpdir(), "pricewar-queue-"));
writeFileSync(join(folder, "design.yaml"), DESIGN);
const processes = new Processes(folder);
const port = await freePort();
await processes.redis(port);
const url = `redis://127.0.0.1:${port}`;
for (let k = 0; k < workers; k++) await processes.worker(url);
const words = ["sweep", "design.yaml", "--no-series", "--backend", url, "--out", "out", "--quiet"];
const start = performance.now();
const sweep = processes.start("/bin/bash", [
  "-c",
  `TIMEFORMAT=%U; time "$@"`,
  "time",
  process.execPath,
  main,
  ...words,
]);
let told = "";
sweep.stderr!.on("data", (chunk: Buffer) => (told += String(chunk)));
await once(sweep, "close");
const seconds = (performance.now() - start) / 1000;
const redis = new Redis(url);
const [batches] = await Promise.all((await redis.keys("bull:*:id")).map((key) => redis.get(key)));
redis.disconnect();
processes.endAll();
rmSync(folder, { recursive: true });
console.log(
  `${runs} runs, ${workers} workers of one thread: ${(runs / seconds).toFixed(1)} runs/s, ${batches} batches`,
);
console.log(`the sweep's process: ${told.trim().split("\n").at(-1)} s of CPU`);
