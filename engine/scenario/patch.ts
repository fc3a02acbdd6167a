import type { Scenario } from "./scenario.ts";

/**
 * A copy of `scenario` with some paths set, sharing everything untouched. Paths are as people write them:
 * `vendors.deepseek.products.v2.price.input`. Names may hold dots (`glm-3.5`): the longest key that fits wins.
 * @throws when a path leads nowhere.
 */
export function patchScenario(scenario: Scenario, values: Readonly<Record<string, unknown>>): Scenario {
  let patched: unknown = scenario;
  for (const [path, value] of Object.entries(values)) patched = set(patched, path, value, path);
  return patched as Scenario;
}

/** The value at a path, or undefined where it leads nowhere. */
export function readPath(tree: unknown, path: string): unknown {
  if (path === "") return tree;
  const step = firstKey(tree, path);
  return step === null ? undefined : readPath((tree as Record<string, unknown>)[step.key], step.rest);
}

function firstKey(tree: unknown, path: string): { key: string; rest: string } | null {
  if (typeof tree !== "object" || tree === null) return null;
  const fits = Object.keys(tree).filter((key) => path === key || path.startsWith(`${key}.`));
  if (fits.length === 0) return null;
  const key = fits.reduce((a, b) => (b.length > a.length ? b : a));
  return { key, rest: path.slice(key.length + 1) };
}

function set(tree: unknown, path: string, value: unknown, whole: string): unknown {
  const step = firstKey(tree, path);
  if (step === null) throw new Error(`no such path: ${whole}`);
  const child = (tree as Record<string, unknown>)[step.key];
  const next = step.rest === "" ? value : set(child, step.rest, value, whole);
  return Array.isArray(tree)
    ? tree.map((item, i) => (String(i) === step.key ? next : item))
    : { ...(tree as object), [step.key]: next };
}
