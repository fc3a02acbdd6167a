import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { say } from "../../engine/index.ts";
import { queueWorker } from "../../workers/queue-worker.ts";
import { redisUrl, refused } from "../backend.ts";
import { packageHome, version } from "../home.ts";
import { printJson, tell } from "../io.ts";
import { WORKER_BACKEND } from "../queue-words.ts";
import { allDone, FINISHING, waiting } from "../progress-words.ts";
import { UsageError, type Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const worker: Verb = {
  uses: ["workers"],
  flags: [["--backend <redis://...>", { en: "the queue", zh: "队列地址" }]],
  example: "pricewar worker --backend redis://127.0.0.1:6379",
  async run(_, options) {
    const { lang } = options;
    const url = redisUrl(options);
    if (url === null) throw new UsageError(WORKER_BACKEND);
    const width =
      options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
    let runs = 0;
    const taking = await queueWorker({
      url,
      version: version(),
      width,
      processor: processor(),
      onRuns: (done) => (runs += done),
    }).catch(refused);
    tell(say(waiting, lang)(width));
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    tell(say(FINISHING, lang));
    await taking.close();
    tell(say(allDone, lang)(runs));
    if (options.json) printJson({ runs });
  },
};

const processor = (): URL =>
  pathToFileURL(
    join(packageHome(), import.meta.url.endsWith(".ts") ? "workers/boot-processor.mjs" : "dist/lib/queue-processor.js"),
  );
