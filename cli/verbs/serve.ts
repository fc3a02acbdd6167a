import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import sirv from "sirv";
import { HEADERS, readingServer } from "../../server/door.ts";
import { packageHome } from "../home.ts";
import { print, printJson } from "../io.ts";
import { NO_APP, portTaken } from "../problem-words.ts";
import { UsageError, type Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

const DEFAULT_PORT = 4173;

/** Shared memory needs an isolated page. */
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/**
 * Serves the built app, on this machine only unless told otherwise; resolves with its address. Tries the next ports
 * when one is taken.
 */
export async function serveApp(port?: number, host = "127.0.0.1"): Promise<string> {
  const folder = join(packageHome(), "dist", "app");
  if (!existsSync(join(folder, "index.html"))) throw new UsageError(NO_APP);
  const files = sirv(folder, { etag: true });
  const server = readingServer({ ...HEADERS, ...ISOLATED }, (request, response) =>
    files(request, response, () => void response.writeHead(404).end("not found")),
  );
  const listen = (at: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen(at, host, () => resolve((server.address() as { port: number }).port));
    });
  for (let at = port ?? DEFAULT_PORT; ; at++) {
    try {
      return `http://localhost:${await listen(at)}/`;
    } catch (error) {
      const taken = (error as { code?: string }).code === "EADDRINUSE";
      if (taken && port === undefined && at < DEFAULT_PORT + 20) continue;
      throw taken ? new UsageError(portTaken(at), { cause: error }) : error; // others are named by their address
    }
  }
}

export const portOf = (given: unknown): number | undefined => {
  const text = given ?? process.env.PORT;
  const flag = given === undefined ? "PORT" : "--port";
  return text === undefined ? undefined : wholeNumber(flag, String(text), 0, 65535);
};

export const portFlag = [
  "--port <n>",
  { en: "port to listen on (default 4173, or PORT)", zh: "监听端口（默认 4173 或环境变量 PORT）" },
] as const;

export const serve: Verb = {
  uses: [],
  flags: [
    [
      "--classroom",
      {
        en: "begin where teams play rounds against each other",
        zh: "从多队按轮对战的页面开始",
      },
    ],
    portFlag,
    [
      "--host <address>",
      {
        en: "address to listen on (default 127.0.0.1: this machine alone)",
        zh: "监听地址（默认 127.0.0.1，仅限本机）",
      },
    ],
  ],
  example: "pricewar serve --port 4173",
  async run(_args, options) {
    const address = await serveApp(portOf(options.port), options.host === undefined ? undefined : String(options.host));
    const page = options.classroom === true ? `${address}?page=play` : address;
    if (options.json) printJson({ address: page });
    else print(page);
  },
};
