import type { Language } from "../engine/index.ts";
import { NeedsPackage, Unreachable } from "../workers/queue-packages.ts";
import { type Options, UsageError } from "./verb.ts";

/** The Redis of --backend; null for runs on this machine. @throws UsageError for anything else. */
export function redisUrl({ backend, lang }: Options): string | null {
  if (backend === undefined || backend === "local") return null;
  if (/^rediss?:\/\/./.test(String(backend)) && URL.canParse(String(backend))) return String(backend);
  throw new UsageError(
    lang === "zh"
      ? `--backend ${String(backend)}：应为 local 或 redis://主机:端口`
      : `--backend ${String(backend)}: expected local or redis://host:port`,
  );
}

/** What keeps a queue from being used, in the user's words. */
export const refused =
  (lang: Language) =>
  (error: unknown): never => {
    if (error instanceof Unreachable)
      throw new UsageError(
        lang === "zh" ? `连不上 ${error.url}：${error.message}` : `cannot reach ${error.url}: ${error.message}`,
        { cause: error },
      );
    if (error instanceof NeedsPackage)
      throw new UsageError(lang === "zh" ? "使用队列需要安装：npm install bullmq ioredis" : error.message, {
        cause: error,
      });
    throw error;
  };
