import { costModels } from "./costs/index.ts";
import { metrics } from "./metrics/index.ts";
import type { Registry } from "./registry.ts";
import { strategies } from "./strategies/index.ts";
import type { Text } from "./text/text.ts";

/** What is wrong with a user's plugin. */
export class PluginError extends Error {
  override readonly name = "PluginError";
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

interface Socket {
  readonly registry: Registry<{ readonly id: string }>;
  readonly functions: readonly string[]; // that make a plugin of this kind work
}

const socket = <P extends { readonly id: string }>(registry: Registry<P>, ...functions: string[]): Socket => ({
  registry: registry as unknown as Registry<{ readonly id: string }>,
  functions,
});

/** Which exports of a module go on which registry; a default export is a strategy, or a list of them. */
const SOCKETS: Readonly<Record<string, Socket>> = {
  default: socket(strategies, "remember", "decide"),
  strategies: socket(strategies, "remember", "decide"),
  costModels: socket(costModels, "prepare", "unitCost"),
  metrics: socket(metrics, "compute"),
};

/** Puts a module's plugins on the registries. Returns their ids. @throws PluginError that says what a plugin lacks. */
export function registerPlugins(module: Readonly<Record<string, unknown>>): string[] {
  const found = Object.entries(SOCKETS).flatMap(([name, at]) =>
    [module[name] ?? []].flat().map((plugin) => ({ at, plugin: checked(plugin, at) })),
  );
  if (found.length === 0) {
    const exports = Object.keys(SOCKETS).join(", ");
    throw new PluginError({
      en: `exports no plugin; expected one of ${exports}`,
      zh: `没有导出任何插件，应导出 ${exports} 之一`,
    });
  }
  for (const { at, plugin } of found) at.registry.register(plugin);
  return found.map(({ plugin }) => plugin.id);
}

function checked(plugin: unknown, { registry, functions }: Socket): { readonly id: string } {
  if (!isObject(plugin)) throw new PluginError({ en: "a plugin is an object", zh: "插件应为一个对象" });
  const { id } = plugin;
  if (typeof id !== "string" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new PluginError({
      en: "a plugin's id has lower-case letters, digits and hyphens",
      zh: "插件的 id 只能用小写字母、数字和连字符",
    });
  if (registry.has(id)) throw new PluginError({ en: `the name “${id}” is taken`, zh: `名称“${id}”已被占用` });
  for (const name of ["label", "description"]) {
    if (!isText(plugin[name]))
      throw new PluginError({ en: `${id}: ${name} should be {en, zh}`, zh: `${id}：${name} 应写作 {en, zh}` });
  }
  for (const name of functions) {
    if (typeof plugin[name] === "function") continue;

    throw new PluginError({ en: `${id}: the function ${name} is missing`, zh: `${id}：缺少函数 ${name}` });
  }
  if (registry.name === "strategy") checkTable(id, plugin.parameters);
  return plugin as { id: string };
}

function checkTable(id: string, table: unknown): void {
  if (!isObject(table))
    throw new PluginError({ en: `${id}: parameters should be a table`, zh: `${id}：parameters 应为参数表` });
  for (const [name, p] of Object.entries(table)) {
    if (isObject(p) && typeof p.type === "string" && isText(p.label)) continue;
    throw new PluginError({
      en: `${id}: parameter ${name} needs a type and a label {en, zh}`,
      zh: `${id}：参数 ${name} 需要 type 和 label {en, zh}`,
    });
  }
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null;
const isText = (x: unknown): x is Text => isObject(x) && typeof x.en === "string" && typeof x.zh === "string";
