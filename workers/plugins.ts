import { registerPlugins } from "../engine/index.ts";

/** Reads a module at a URL. Each platform has its own way. */
export type Importer = (url: string) => Promise<Readonly<Record<string, unknown>>>;

const loaded = new Map<string, Promise<readonly string[]>>();

/** Loads plugins of the user's own and puts them on the registries, each file once. Returns their ids. */
export async function loadPlugins(urls: readonly string[], importer: Importer): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const url of urls) {
    if (!loaded.has(url)) loaded.set(url, importer(url).then(registerPlugins));
    ids.push(...(await loaded.get(url)!));
  }
  return ids;
}

export const importPlugin: Importer = (url) => import(/* @vite-ignore */ url);
