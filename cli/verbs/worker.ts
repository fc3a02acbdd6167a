import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { queueWorker } from "../../workers/queue-worker.ts";
import { redisUrl, refused } from "../backend.ts";
import { packageHome, version } from "../home.ts";
import { tell } from "../io.ts";
import { wholeNumber } from "../scenario.ts";
import { UsageError, type Verb } from "../verb.ts";

export const worker: Verb = {
  flags: [["--backend <redis://...>", { en: "the queue", zh: "队列地址" }]],
  example: "pricewar worker --help",
  async run(_, options) {
    const { lang } = options;
    const url = redisUrl(options);
    if (url === null)
      throw new UsageError(lang === "zh" ? "worker 需要 --backend redis://……" : "worker needs --backend redis://...");
    const width =
      options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
    let runs = 0;
    const taking = await queueWorker({
      url,
      version: version(),
      width,
      processor: processor(),
      onRun: () => runs++,
    }).catch(refused(lang));
    tell(
      lang === "zh"
        ? `等待任务，同时运行 ${width} 个；Ctrl-C 结束`
        : `Waiting for runs, ${width} at once; Ctrl-C to stop`,
    );
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    tell(lang === "zh" ? "正在完成手头的任务……" : "Finishing what is under way ...");
    await taking.close();
    tell(lang === "zh" ? `共完成 ${runs} 次运行` : `${runs} runs done`);
  },
};

const processor = (): URL =>
  pathToFileURL(
    join(packageHome(), import.meta.url.endsWith(".ts") ? "workers/boot-processor.mjs" : "dist/lib/queue-processor.js"),
  );
