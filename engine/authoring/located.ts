import type { Text } from "../text/text.ts";
import { type Place, ScenarioErrors } from "../text/errors.ts";

/** A tree of plain data in which every value knows where it was written, through merges of several files. */
export interface Located {
  readonly place: Place;
  readonly key?: Place; // of the key it stands under
  readonly value: unknown; // of a leaf
  readonly map?: ReadonlyMap<string, Located>;
  readonly list?: readonly Located[];
  readonly gone?: ReadonlyMap<string, Place>; // names that were in the map, and where they were taken out
}

/** What the child says over what the parent says. Maps merge, null removes; events add up; other lists replace. */
export function merge(parent: Located, child: Located, key = ""): Located {
  if (key === "events" && parent.list && child.list) return { ...child, list: [...parent.list, ...child.list] };
  if (!parent.map || !child.map) return child;
  const [map, gone] = [new Map(parent.map), new Map(parent.gone)];
  for (const [name, value] of child.map) {
    const below = map.get(name);
    if (!isNothing(value)) map.set(name, below ? merge(below, value, name) : value);
    else if (map.delete(name)) gone.set(name, value.key ?? value.place);
  }
  let merged: Located = { ...parent, map, ...(gone.size > 0 && { gone }) };
  // A clock that says its end anew says it in one way.
  if (key === "clock")
    for (const [said, other] of [
      ["weeks", "end"],
      ["end", "weeks"],
    ])
      if (child.map.has(said) && !child.map.has(other)) merged = without(merged, other, child.place);
  // A cost model or strategy of another kind takes nothing over from the one it replaces.
  const kind = (node: Located) => node.map?.get("kind")?.value;
  const replaced = kind(child) !== undefined && kind(parent) !== undefined && kind(child) !== kind(parent);
  return replaced ? child : { ...child, map: merged.map, gone: merged.gone };
}

const isNothing = ({ value, map, list }: Located): boolean => value === null && !map && !list;

/** A map without one of its names, which is remembered. */
export function without(node: Located, name: string, place: Place): Located {
  if (!node.map?.has(name)) return node;
  const map = new Map(node.map);
  map.delete(name);
  return { ...node, map, gone: new Map(node.gone).set(name, place) };
}

/** The tree as plain data. */
export function plain({ value, map, list }: Located): unknown {
  if (map) return Object.fromEntries([...map].map(([k, v]) => [k, plain(v)]));
  if (list) return list.map(plain);
  return value;
}

/** The node at a path, or the nearest one above it. */
export function nodeAt(root: Located, path: readonly (string | number)[]): Located {
  let node = root;
  for (const step of path) {
    const next = node.map?.get(String(step)) ?? node.list?.[Number(step)];
    if (!next) return node;
    node = next;
  }
  return node;
}

export const fail = (place: Place, text: Text, path: readonly (string | number)[] = []): ScenarioErrors =>
  new ScenarioErrors([{ place, path, text }]);
