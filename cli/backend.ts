import type { Text } from "../engine/index.ts";
import { NotOneFile } from "../workers/carried-plugins.ts";
import { NeedsPackage, Unreachable } from "../workers/queue-packages.ts";
import { systemReason } from "./folder/system-reason.ts";
import { expected, RIGHT } from "./problem-words.ts";
import { needsPackage, notOneFile, PASSWORD, unreachable } from "./queue-words.ts";
import { type Options, UsageError } from "./verb.ts";

/** The Redis of --backend; null for runs on this machine. @throws UsageError for anything else. */
export function redisUrl({ backend }: Options): string | null {
  if (backend === undefined || backend === "local") return null;
  if (/^rediss?:\/\/./.test(String(backend)) && URL.canParse(String(backend))) return String(backend);
  throw new UsageError(expected("--backend", backend, RIGHT.backend));
}

/** The system's reason, or Redis' own; what neither has a code for stands as it came. */
function reasonOf({ cause, message }: Unreachable): Text {
  if (/^(?:NOAUTH|WRONGPASS)/.test(message)) return PASSWORD;
  return systemReason(cause) ?? { en: message, zh: message };
}

/** What keeps a queue from being used, in the user's words. */
export function refused(error: unknown): never {
  const cause = { cause: error };
  if (error instanceof Unreachable) throw new UsageError(unreachable(error.url, reasonOf(error)), cause);
  if (error instanceof NeedsPackage) throw new UsageError(needsPackage(error.message), cause);
  if (error instanceof NotOneFile) throw new UsageError(notOneFile(error.file, error.needs), cause);
  throw error;
}
