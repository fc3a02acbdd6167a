import { parseSync } from "vite";

/** One small change of a source text. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly becomes: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly operator?: string;
  readonly value?: unknown;
  readonly left?: Node;
  readonly right?: Node;
  readonly test?: Node;
  readonly argument?: Node;
  readonly key?: { readonly name?: string };
}

/** What an operator becomes: its neighbour, as slips of the hand are. */
const OPERATORS: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "&&": "||",
  "||": "&&",
};

const isText = (node: Node | undefined): boolean =>
  node?.type === "TemplateLiteral" || (node?.type === "Literal" && typeof node.value === "string");

/** What a node may become, as the place that is replaced and the new text. */
function changesOf(node: Node, text: string): readonly (readonly [start: number, end: number, becomes: string])[] {
  const { type, operator = "", left, right, test } = node;
  if ((type === "BinaryExpression" || type === "LogicalExpression") && OPERATORS[operator] && left && right) {
    if (isText(left) || isText(right)) return [];
    const at = text.indexOf(operator, left.end);
    return at < right.start ? [[at, at + operator.length, OPERATORS[operator]]] : [];
  }
  if (type === "Literal" && typeof node.value === "number")
    return [[node.start, node.end, String(Number(node.value) + 1)]];
  if (type === "Literal" && typeof node.value === "boolean") return [[node.start, node.end, String(!node.value)]];
  if ((type === "IfStatement" || type === "ConditionalExpression") && test)
    return [[test.start, test.end, `!(${text.slice(test.start, test.end)})`]];
  if (type === "UnaryExpression" && (operator === "-" || operator === "!"))
    return [[node.start, node.start + 1, operator === "-" ? "+" : "!!"]];
  return [];
}

/** A plugin's `example`, which is run by its test and shown to people: another number would be as good an example. */
const isExample = ({ type, key }: Node): boolean => type === "Property" && key?.name === "example";

/** Every mutant of a source file. Types are left alone: they are gone before anything runs. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const found: Mutant[] = [];
  const walk = (x: unknown): void => {
    if (Array.isArray(x)) return x.forEach(walk);
    if (typeof x !== "object" || x === null) return;
    const node = x as Node;
    if (/^(TS|Import)/.test(node.type ?? "") && node.type !== "TSAsExpression" && node.type !== "TSNonNullExpression")
      return;
    if (isExample(node)) return;
    if (typeof node.type === "string")
      for (const [start, end, becomes] of changesOf(node, text)) {
        const line = text.slice(0, start).split("\n").length;
        found.push({ file, line, start, end, was: text.slice(start, end), becomes });
      }
    Object.values(node).forEach(walk);
  };
  walk(parseSync(file, text).program.body);
  return found;
}

export const mutated = (text: string, { start, end, becomes }: Mutant): string =>
  text.slice(0, start) + becomes + text.slice(end);
