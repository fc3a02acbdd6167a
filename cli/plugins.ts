import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { PluginError } from "../engine/index.ts";
import { importPluginOnNode, NeedsTypeScript } from "../workers/plugins-node.ts";
import { loadPlugins } from "../workers/plugins.ts";
import { type Options, UsageError } from "./verb.ts";

/** Where the files of `--plugin` are; runs in workers take these along. */
export const pluginUrls = ({ plugin }: Options): string[] => plugin.map((file) => pathToFileURL(resolve(file)).href);

/** Loads every `--plugin` file. @throws UsageError that names the file and what is wrong with it. */
export async function usePlugins(options: Options): Promise<void> {
  const zh = options.lang === "zh";
  for (const [k, url] of pluginUrls(options).entries()) {
    const file = options.plugin[k];
    if (!existsSync(resolve(file))) throw new UsageError(zh ? `${file}：没有这个文件` : `${file}: no such file`);
    try {
      await loadPlugins([url], importPluginOnNode);
    } catch (error) {
      throw new UsageError(`${file}${zh ? "：" : ": "}${why(error, zh)}`);
    }
  }
}

function why(error: unknown, zh: boolean): string {
  if (error instanceof PluginError) return zh ? error.text.zh : error.text.en;
  if (error instanceof NeedsTypeScript) {
    return zh
      ? "读取 TypeScript 插件需要 tsx 或 Node 22.18 以上：请运行 npm install tsx，或改写成 .mjs"
      : "a TypeScript plugin needs tsx or Node 22.18: npm install tsx, or write it as .mjs";
  }
  const words = error instanceof Error ? error.message : String(error);
  return zh ? `无法读取插件：${words}` : `the plugin cannot be read: ${words}`;
}
