import type { Place } from "../text/errors.ts";
import { suggestion } from "../text/errors.ts";
import { fail, type Located, locate, merge, without } from "./located.ts";

const MAX_PARENTS = 8;

/** Puts the scenario over the one it extends, and that one over its own. */
export function withParents(node: Located, options: ReadOptions, seen: readonly string[]): Located {
  const extended = node.map?.get("extends");
  if (!extended) return node;
  const { place, value } = extended;
  if (typeof value !== "string")
    throw fail(place, { en: "extends names one scenario", zh: "extends 应为一个情景名" }, ["extends"]);
  if (!options.resolve)
    throw fail(place, { en: "extends cannot be followed here", zh: "此处无法读取 extends 所指的情景" }, ["extends"]);
  const parent = openParent(options.resolve, value, place);
  if (seen.includes(parent.file) || seen.length > MAX_PARENTS)
    throw fail(place, { en: `“${value}” extends itself in a circle`, zh: `“${value}”的 extends 首尾相连，成了环` }, [
      "extends",
    ]);
  return merge(withParents(locate(parent.text, parent.file), options, [...seen, parent.file]), node);
}

function openParent(
  resolve: NonNullable<ReadOptions["resolve"]>,
  name: string,
  place: Place,
): { file: string; text: string } {
  try {
    return resolve(name);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw fail(place, { en: why, zh: why }, ["extends"]);
  }
}

/** `--set path=value`: the value is read as YAML, so numbers, units, lists and records all work. */
export function withSettings(root: Located, set: Readonly<Record<string, string>>): Located {
  return Object.entries(set).reduce((tree, [path, text]) => {
    const file = `--set ${path}`;
    const place: Place = { file, line: 0, column: 0 };
    const value = locate(`value: ${text}`, file).map?.get("value") ?? { place, value: null };
    return setAt(tree, path, atPlace(value, place));
  }, root);
}

const atPlace = (node: Located, place: Place): Located => ({
  ...node,
  place,
  map: node.map && new Map([...node.map].map(([k, v]) => [k, atPlace(v, place)])),
  list: node.list?.map((item) => atPlace(item, place)),
});

function setAt(node: Located, path: string, value: Located): Located {
  if (path === "") {
    const record = node.map?.has("value") && !value.map;
    return record ? { ...node, map: new Map(node.map).set("value", value) } : value;
  }
  const keys = node.map ? [...node.map.keys()] : (node.list ?? []).map((_, k) => String(k));
  const fits = keys.filter((key) => path === key || path.startsWith(`${key}.`));
  const key = fits.length > 0 ? fits.reduce((a, b) => (b.length > a.length ? b : a)) : path.split(".")[0];
  const rest = path.slice(key.length + 1);
  const child = node.map?.get(key) ?? node.list?.[Number(key)];
  if (!child && rest !== "") {
    const hint = suggestion(key, keys);
    throw fail(value.place, { en: `nothing is called “${key}”${hint.en}`, zh: `没有名为“${key}”的项${hint.zh}` });
  }
  const next = setAt(child ?? { place: value.place, value: undefined }, rest, value);
  if (node.list) return { ...node, list: node.list.map((item, k) => (String(k) === key ? next : item)) };
  if (rest === "" && value.value === null && !value.map && !value.list) return without(node, key, value.place);
  return { ...node, map: new Map(node.map).set(key, next) };
}

export interface ReadOptions {
  /** Shown in errors, and what relative `extends` are resolved against. */
  readonly file?: string;
  /** Values set over the file, by path, as a command line gives them: units allowed. */
  readonly set?: Readonly<Record<string, string>>;
  /** Cuts the run short. */
  readonly weeks?: number;
  /** Text of the scenario an `extends` names. @throws when there is none. */
  readonly resolve?: (name: string) => { readonly file: string; readonly text: string };
}
