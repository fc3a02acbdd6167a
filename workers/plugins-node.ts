import type { Importer } from "./plugins.ts";

/** A TypeScript plugin where neither Node nor tsx can read it. */
export class NeedsTypeScript extends Error {
  override readonly name = "NeedsTypeScript";
}

/** Node imports JavaScript, and TypeScript from 22.18 on; before that tsx imports it, where it is installed. */
export const importPluginOnNode: Importer = async (url) => {
  try {
    return await import(/* @vite-ignore */ url);
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_UNKNOWN_FILE_EXTENSION") throw error;
    return withTsx(url);
  }
};

async function withTsx(url: string): ReturnType<Importer> {
  const name = "tsx/esm/api"; // by variable: a bundler must not take it along
  let tsx: { tsImport(url: string, parent: string): ReturnType<Importer> };
  try {
    tsx = await import(/* @vite-ignore */ name);
  } catch {
    throw new NeedsTypeScript(`${url}: TypeScript needs tsx or Node 22.18; npm install tsx, or write it as .mjs`);
  }
  const module = await tsx.tsImport(url, import.meta.url);
  // Outside a package of ES modules the file is taken for CommonJS, and its exports arrive a level deeper.
  const inner = module.default as Record<string, unknown> | undefined;
  return inner && "__esModule" in inner ? inner : module;
}
