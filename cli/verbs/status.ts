import { say } from "../../engine/index.ts";
import { queueStatus } from "../../workers/queue-status.ts";
import { redisUrl, refused } from "../backend.ts";
import { version } from "../home.ts";
import { print, printJson } from "../io.ts";
import { WORKER_BACKEND } from "../queue-words.ts";
import { queueIs, sweepIs } from "../progress-words.ts";
import { UsageError, type Verb } from "../verb.ts";

export const status: Verb = {
  uses: [],
  flags: [["--backend <redis://...>", { en: "the queue", zh: "队列地址" }]],
  example: "pricewar status --backend redis://127.0.0.1:6379",
  async run(_, options) {
    const url = redisUrl(options);
    if (url === null) throw new UsageError(WORKER_BACKEND);
    const found = await queueStatus(url, version()).catch(refused);
    if (options.json) return printJson(found);
    print(say(queueIs, options.lang)(found));
    for (const sweep of found.sweeps) print(say(sweepIs, options.lang)(sweep));
  },
};
