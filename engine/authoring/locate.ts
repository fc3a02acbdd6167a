import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node as YamlNode,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { type Place, type Problem, ScenarioErrors } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { controlCode } from "../text/control.ts";
import { MOST, tooMuch } from "./limits.ts";
import { fail, type Located } from "./located.ts";
import { CIRCLE, DUPLICATE, yamlWords } from "./yaml-words.ts";

const MOST_ERRORS = 20;

/** Reads YAML (or JSON) text. @throws ScenarioErrors on anything that is not one plain document. */
export function locate(text: string, file: string): Located {
  const lines = new LineCounter();
  const much = tooMuch(text);
  if (much) throw fail(placeOf(text, much.at, file), much.text);
  // Errors are located here, and keys compared by a table: the parser does both in the square of their number.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new ScenarioErrors(
      document.errors.slice(0, MOST_ERRORS).map((e) => ({ place: at(e.pos[0]), path: [], text: yamlWords(e) })),
    );
  }
  if (document.contents === null) throw fail(at(0), EMPTY);
  const reading: Reading = { at, anchors: new Map(), problems: [], nodes: 0 };
  const root = convert(document.contents, reading, 0);
  if (reading.problems.length > 0) throw new ScenarioErrors(reading.problems.slice(0, MOST_ERRORS));
  if (!root.map) throw fail(root.place, NO_MAPPING);
  return root;
}

const EMPTY: Text = {
  en: "the file is empty; `pricewar new` writes one to start from",
  zh: "文件是空的；可用 pricewar new 生成一个起始文件",
};
const NO_MAPPING: Text = {
  en: "a scenario is a mapping of keys (id, title, clock, ...)",
  zh: "情景应为键值映射（id、title、clock……）",
};

function placeOf(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

interface Reading {
  readonly at: (offset: number) => Place;
  /** What an alias stands for: the last node of that anchor before it; null while that node is being read. */
  readonly anchors: Map<string, YamlNode | null>;
  readonly problems: Problem[];
  nodes: number;
}

function convert(node: YamlNode | null, reading: Reading, depth: number): Located {
  const place = reading.at(node?.range?.[0] ?? 0);
  if (depth > MOST.depth) throw fail(place, { en: "nested too deeply", zh: "嵌套过深" });
  if (++reading.nodes > MOST.values) throw fail(place, { en: "too many values", zh: "值过多" });
  if (isAlias(node)) {
    const stands = reading.anchors.get(node.source);
    if (stands === undefined) throw fail(place, yamlWords({ code: "BAD_ALIAS", message: `no anchor &${node.source}` }));
    if (stands === null) throw fail(place, CIRCLE);
    return { ...convert(stands, reading, depth + 1), place };
  }
  const anchor = node && "anchor" in node ? node.anchor : undefined;
  if (anchor === undefined) return plainNode(node, reading, depth, place);
  reading.anchors.set(anchor, null);
  const read = plainNode(node, reading, depth, place);
  reading.anchors.set(anchor, node);
  return read;
}

function plainNode(node: YamlNode | null, reading: Reading, depth: number, place: Place): Located {
  if (isMap(node)) return { place, value: undefined, map: entriesOf(node, reading, depth) };
  if (isSeq(node))
    return { place, value: undefined, list: node.items.map((item) => convert(item as YamlNode, reading, depth + 1)) };
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "string") refuseCodes(value, place, reading);
  return { place, value };
}

/** A terminal obeys them, PowerPoint chokes on them, and a reader does not see them. */
function refuseCodes(text: string, place: Place, { problems }: Reading): void {
  const code = controlCode(text);
  if (code === null) return;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const words = { en: `this text holds a control character, ${name}`, zh: `这段文字里有控制字符 ${name}` };
  problems.push({ place, path: [], text: words });
}

function entriesOf(node: YAMLMap, reading: Reading, depth: number): Map<string, Located> {
  const map = new Map<string, Located>();
  for (const { key, value } of node.items as Pair<YamlNode, YamlNode | null>[]) {
    const name = String(isScalar(key) ? key.value : key);
    const own = reading.at(key.range?.[0] ?? 0);
    // The schema would drop it in silence.
    if (name === "__proto__") throw fail(own, { en: "“__proto__” is no name", zh: "“__proto__” 不能作名称" });
    refuseCodes(name, own, reading);
    if (map.has(name)) reading.problems.push({ place: own, path: [], text: yamlWords(DUPLICATE) });
    const child = convert(value, reading, depth + 1);
    map.set(name, { ...child, key: own, place: value === null ? own : child.place });
  }
  return map;
}
