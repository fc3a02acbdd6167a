import type { Place } from "../text/errors.ts";
import { suggestion } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { locate } from "./locate.ts";
import { fail, type Located, merge, without } from "./located.ts";

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
  if (seen.includes(parent.file)) throw fail(place, circle(value), ["extends"]);
  if (seen.length > MAX_PARENTS) throw fail(place, TOO_MANY_PARENTS, ["extends"]);
  const below = withParents(locate(parent.text, parent.file), options, [...seen, parent.file]);
  refuseRevaluation(below, node.map?.get("currency"));
  return merge(below, node);
}

/** Another currency over numbers that are written in one would give all the bare ones another value. */
function refuseRevaluation(written: Located, currency: Located | undefined): void {
  const from = written.map?.get("currency")?.value ?? "CNY";
  if (currency === undefined || currency.value === from || !isCurrency(currency.value)) return;
  throw fail(currency.place, revaluation(String(from)), ["currency"]);
}

/** What is none, the schema refuses in its own words. */
const isCurrency = (value: unknown): boolean => typeof value === "string" && /^[A-Z]{3}$/.test(value);

const revaluation = (from: string): Text => ({
  en:
    `what this builds on is written in ${from}, and its bare numbers would change their value: leave currency out ` +
    "and write amounts with their unit (2 USD/Mtok); --currency shows results in another",
  zh:
    `所依据的情景以 ${from} 书写，换币种会改变其中未写单位的数值：请勿写 currency，金额自带单位即可（2 USD/Mtok）；` +
    "要以别的币种查看结果，用 --currency",
});

const circle = (name: string): Text => ({
  en: `“${name}” extends itself in a circle`,
  zh: `“${name}”的 extends 首尾相连，成了环`,
});
const TOO_MANY_PARENTS: Text = {
  en: `a scenario extends at most ${MAX_PARENTS} others, one over the other`,
  zh: `extends 最多叠 ${MAX_PARENTS} 层`,
};

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
    const wrong = pathProblem(path);
    if (wrong) throw fail(place, wrong);
    const value = locate(`value: ${text}`, file).map?.get("value") ?? { place, value: null };
    if (path === "currency") refuseRevaluation(tree, { ...value, place });
    return setAt(tree, path, atPlace(value, place));
  }, root);
}

/** A path that would lead nowhere in silence. */
function pathProblem(path: string): Text | null {
  const steps = path.split(".");
  if (steps.some((step) => step === "")) return EMPTY_STEP;
  if (steps.includes("__proto__")) return { en: "“__proto__” is no name", zh: "“__proto__” 不能作名称" };
  return path === "extends" ? NO_EXTENDS : null;
}

const EMPTY_STEP: Text = {
  en: "a path is names with single dots between, like demand.mu",
  zh: "路径由名称和单个点组成，例如 demand.mu",
};
const NO_EXTENDS: Text = {
  en: "extends cannot be set: name the other scenario instead",
  zh: "extends 不能用 --set 修改，请直接写要用的情景名",
};

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
  if (!child && (node.list || node.value !== undefined)) {
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
