import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { PluginError, type Text } from "../engine/index.ts";
import { importPluginOnNode, NeedsTypeScript } from "../workers/plugins-node.ts";
import { loadPlugins } from "../workers/plugins.ts";
import { inFile, NEEDS_TYPESCRIPT, noFile, notAFile, unreadablePlugin } from "./problem-words.ts";
import { type Options, UsageError } from "./verb.ts";

/** Where the files of `--plugin` are; runs in workers take these along. */
export const pluginUrls = ({ plugin }: Options): string[] => plugin.map((file) => pathToFileURL(resolve(file)).href);

/** Loads every `--plugin` file. @throws UsageError that names the file and what is wrong with it. */
export async function usePlugins(options: Options): Promise<void> {
  for (const [k, url] of pluginUrls(options).entries()) {
    const file = options.plugin[k];
    if (!existsSync(resolve(file))) throw new UsageError(noFile(file));
    if (!statSync(resolve(file)).isFile()) throw new UsageError(notAFile(file));
    await loadPlugins([url], importPluginOnNode).catch((error: unknown) => {
      throw new UsageError(inFile(file, why(error)));
    });
  }
}

function why(error: unknown): Text {
  if (error instanceof PluginError) return error.text;
  if (error instanceof NeedsTypeScript) return NEEDS_TYPESCRIPT;
  return unreadablePlugin(error instanceof Error ? error.message : String(error));
}
