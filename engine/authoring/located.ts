import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node as YamlNode,
  parseDocument,
  type Pair,
} from "yaml";
import type { Text } from "../text/text.ts";
import { type Place, ScenarioErrors } from "../text/errors.ts";
import { yamlWords } from "./yaml-words.ts";

/** A tree of plain data in which every value knows where it was written, through merges of several files. */
export interface Located {
  readonly place: Place;
  readonly key?: Place; // of the key it stands under
  readonly value: unknown; // of a leaf
  readonly map?: ReadonlyMap<string, Located>;
  readonly list?: readonly Located[];
  readonly gone?: ReadonlyMap<string, Place>; // names that were in the map, and where they were taken out
}

const MAX_CHARACTERS = 5_000_000;
const MAX_DEPTH = 40;
const MAX_NODES = 500_000;

/** Reads YAML (or JSON) text. @throws ScenarioErrors on anything that is not one plain document. */
export function locate(text: string, file: string): Located {
  const top: Place = { file, line: 1, column: 1 };
  if (text.length > MAX_CHARACTERS) {
    const size = (text.length / 1e6).toFixed(0);
    throw fail(top, {
      en: `the file is too large (${size} MB); a scenario file has at most 5 MB`,
      zh: `文件过大（${size} MB），情景文件上限为 5 MB`,
    });
  }
  // eslint-disable-next-line no-control-regex -- control characters are what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text.slice(0, 100_000))) {
    throw fail(top, {
      en: "this is not a text file, or not in UTF-8 or GBK; a scenario is YAML or JSON, best saved as UTF-8",
      zh: "这不是文本文件，或编码既非 UTF-8 也非 GBK；情景应为 YAML 或 JSON，建议另存为 UTF-8",
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    maxAliasCount: 100,
    logLevel: "error",
  } as never);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new ScenarioErrors(
      document.errors.slice(0, 20).map((e) => ({ place: at(e.pos[0]), path: [], text: yamlWords(e) })),
    );
  }
  if (document.contents === null) {
    throw fail(top, {
      en: "the file is empty; `pricewar new` writes one to start from",
      zh: "文件是空的；可用 pricewar new 生成一个起始文件",
    });
  }
  const root = convert(document.contents as YamlNode, { at, document, aliases: new Map(), nodes: 0 }, 0);
  if (!root.map)
    throw fail(root.place, {
      en: "a scenario is a mapping of keys (id, title, clock, ...)",
      zh: "情景应为键值映射（id、title、clock……）",
    });
  return root;
}

interface Reading {
  readonly at: (offset: number) => Place;
  readonly document: ReturnType<typeof parseDocument>;
  readonly aliases: Map<Alias, YamlNode | null>;
  nodes: number;
}

function convert(node: YamlNode | null, reading: Reading, depth: number): Located {
  const place = reading.at(node?.range?.[0] ?? 0);
  if (depth > MAX_DEPTH) throw fail(place, { en: "nested too deeply", zh: "嵌套过深" });
  if (++reading.nodes > MAX_NODES) throw fail(place, { en: "too many values", zh: "值过多" });
  if (isAlias(node)) return convert(aliased(node, reading), reading, depth + 1);
  if (isMap(node)) {
    const map = new Map<string, Located>();
    for (const { key, value } of node.items as Pair<YamlNode, YamlNode | null>[]) {
      const name = String(isScalar(key) ? key.value : key);
      const child = convert(value, reading, depth + 1);
      const own = reading.at(key.range?.[0] ?? 0);
      // The schema would drop it in silence.
      if (name === "__proto__") throw fail(own, { en: "“__proto__” is no name", zh: "“__proto__” 不能作名称" });
      map.set(name, { ...child, key: own, place: value === null ? own : child.place });
    }
    return { place, value: undefined, map };
  }
  if (isSeq(node))
    return { place, value: undefined, list: node.items.map((item) => convert(item as YamlNode, reading, depth + 1)) };
  return { place, value: isScalar(node) ? node.value : null };
}

/** What an alias stands for: found by a walk through the document, once for each place that it stands in. */
function aliased(node: Alias, { aliases, document }: Reading): YamlNode | null {
  const known = aliases.get(node);
  if (known !== undefined) return known;
  const found = (node.resolve(document) as YamlNode | undefined) ?? null;
  aliases.set(node, found);
  return found;
}

/** What the child says over what the parent says. Maps merge, null removes; events add up; other lists replace. */
export function merge(parent: Located, child: Located, key = ""): Located {
  if (key === "events" && parent.list && child.list) return { ...child, list: [...parent.list, ...child.list] };
  if (!parent.map || !child.map) return child;
  let merged: Located = parent;
  for (const [name, value] of child.map) {
    const below = merged.map!.get(name);
    if (isNothing(value)) merged = without(merged, name, value.key ?? value.place);
    else merged = { ...merged, map: new Map(merged.map).set(name, below ? merge(below, value, name) : value) };
  }
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
