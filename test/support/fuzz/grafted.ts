import { parse } from "yaml";
import type { Draws } from "../faults/seeded.ts";
import { WORDS } from "./words.ts";

/**
 * Well-formed texts with something wrong in them: most of what a slip of characters makes is no YAML, and never
 * reaches what reads fields and runs markets.
 */
type Tree = string | number | boolean | null | Tree[] | { [key: string]: Tree } | Raw;

/** What is written without quotes, whatever it may be read as. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Node = Tree[] | { [key: string]: Tree };
type Place = readonly [holder: Node, key: string];
const isNode = (x: Tree): x is Node => typeof x === "object" && x !== null && !(x instanceof Raw);

/** Every place of a tree: what holds it, and under which key. */
function places(tree: Node): Place[] {
  return Object.entries(tree).flatMap(([key, x]) => [
    [tree, key] as const,
    ...(isNode(x as Tree) ? places(x as Node) : []),
  ]);
}

const get = ([holder, key]: Place): Tree => (holder as Record<string, Tree>)[key];
const put = ([holder, key]: Place, x: Tree): void => {
  Object.defineProperty(holder, key, { value: x, enumerable: true, configurable: true, writable: true });
};

/** Numbers at the ends of what fields take, and just beyond. */
const ENDS = [0, -1, 1, 0.5, 1e-9, 1e9, 1e15, -0.1, 1.0001, 2, 7, 1e-300, 1e300, 365, 1.5] as const;
const UNITS = ["CNY/Mtok", "USD/Mtok", "%", "Mtok/day", "CNY", "CNY/GPU/h", "CNY/month", "Mtok", "USD/CNY"] as const;

const number = (draw: Draws): Tree => {
  const x = draw.of(ENDS);
  return draw.below(3) === 0 ? `${x} ${draw.of(UNITS)}` : x;
};

type Change = (place: Place, draw: Draws, graft: Place) => void;

const CHANGES: readonly Change[] = [
  (place, draw) => put(place, number(draw)),
  (place, draw) => put(place, number(draw)),
  (place, draw) => {
    const x = get(place);
    const scaled = (text: string) => text.replace(/-?\d[\d.e-]*/, (digits) => String(Number(digits) * factor));
    const factor = 10 ** (draw.below(13) - 6);
    put(place, typeof x === "number" ? x * factor : typeof x === "string" ? scaled(x) : x);
  },
  (place, draw) => put(place, new Raw(draw.of(WORDS))),
  ([holder, key]) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  // What stands under a key elsewhere in the library stands here too: most is known, if not in this place
  ([holder], _, graft) => put([holder, graft[1]], get(graft)),
  ([holder], _, graft) => put([holder, graft[1]], get(graft)),
  (place, _, graft) => put(place, get(graft)),
];

/** What is only told, which takes any text: nothing is learnt from what is wrong in it. */
const TOLD = new Set(["title", "question", "description", "claim", "name"]);

function withoutTold(tree: Node): Node {
  for (const place of places(tree)) if (TOLD.has(place[1])) put(place, "t");
  return tree;
}

/** One that stands among keys like those of a place, if a few draws find one. */
function like([holder]: Place, sources: readonly (readonly Place[])[], draw: Draws): Place {
  for (let n = 0; n < 20; n++) {
    const found = draw.of(draw.of(sources));
    if (Object.keys(found[0]).some((key) => !Array.isArray(holder) && Object.hasOwn(holder, key))) return found;
  }
  return draw.of(draw.of(sources));
}

/** As YAML that JSON nearly is. */
function written(x: Tree): string {
  if (x instanceof Raw) return x.text;
  if (Array.isArray(x)) return `[${x.map(written).join(", ")}]`;
  if (!isNode(x)) return typeof x === "number" ? String(x) : JSON.stringify(x);
  return `{${Object.entries(x)
    .map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`)
    .join(", ")}}`;
}

/** Draws texts from documents; what is grafted onto them comes from these and others. */
export function grafted(documents: readonly string[], others: readonly string[]): (draw: Draws) => string {
  const sources = [...documents, ...others].map((text) => places(withoutTold(parse(text) as Node)));
  const bare = documents.map((text) => JSON.stringify(withoutTold(parse(text) as Node)));
  return (draw) => {
    const tree = JSON.parse(draw.of(bare)) as { [key: string]: Tree };
    for (let n = 1 + draw.below(3); n > 0; n--) {
      const found = places(tree).filter(([, key]) => !TOLD.has(key));
      if (found.length === 0) break;
      const place = draw.of(found);
      draw.of(CHANGES)(place, draw, like(place, sources, draw));
    }
    return Object.entries(tree)
      .map(([key, x]) => `${JSON.stringify(key)}: ${written(x)}\n`)
      .join("");
  };
}
