import { availableParallelism } from "node:os";
import process from "node:process";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { nodePool } from "../../workers/spawn-node.ts";
import { Budget, LIMITS } from "../mcp/budget.ts";
import { serveHttp } from "../mcp/http.ts";
import { mcpServer, type Shop } from "../mcp/server.ts";
import { shortLines, tooLongAnswer } from "../mcp/short-lines.ts";
import { tell } from "../io.ts";
import type { Options, Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const mcp: Verb = {
  uses: ["workers"],
  flags: [
    ["--http <port>", { en: "over HTTP on this machine, instead of stdin", zh: "改用本机 HTTP，而不是标准输入" }],
    [
      "--runs <n>",
      {
        en: `how many runs it may make in all (default ${LIMITS.runs})`,
        zh: `总共可运行的次数（默认 ${LIMITS.runs}）`,
      },
    ],
    [
      "--seconds <n>",
      {
        en: `how long it may compute in all (default ${LIMITS.seconds})`,
        zh: `总共可计算的秒数（默认 ${LIMITS.seconds}）`,
      },
    ],
  ],
  example: "pricewar mcp < /dev/null",
  async run(_, options) {
    const count = (flag: string, usual: number) =>
      wholeNumber(`--${flag}`, String(options[flag] ?? usual), 1, 100_000_000);
    const width =
      options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
    const budget = new Budget({ runs: count("runs", LIMITS.runs), seconds: count("seconds", LIMITS.seconds) });
    const runner = nodePool(width);
    const shop: Shop = { lang: options.lang, runner, budget };
    await (options.http === undefined ? overStdio(shop) : overHttp(shop, options)).finally(() => runner.close());
  },
};

/** Until the client closes stdin. Nothing else may be written to stdout. */
async function overStdio(shop: Shop): Promise<void> {
  const lines = shortLines(process.stdin, () => void process.stdout.write(tooLongAnswer()));
  const transport = new StdioServerTransport(lines);
  const server = mcpServer(shop);
  await server.connect(transport);
  await new Promise<void>((resolve) => {
    lines.once("end", resolve).once("close", resolve);
    process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
  });
  await server.close();
  lines.destroy();
}

async function overHttp(shop: Shop, options: Options): Promise<void> {
  const { address, close } = await serveHttp(shop, wholeNumber("--http", String(options.http), 0, 65_535));
  tell(address);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
  });
  close();
}
