import { create, type MathNode, parseDependencies } from "mathjs/number";
import type { Text } from "../text/text.ts";
import { suggestion } from "../text/errors.ts";
import { CONSTANTS, FUNCTIONS, OPERATORS } from "./functions.ts";

/**
 * Formulas typed by users. mathjs parses; an allow-list decides what a formula may contain; the rest is compiled to
 * closures over the engine's own elementary functions, so that a formula gives the same bits everywhere and can reach
 * nothing but the names it is given.
 */
export interface Formula {
  readonly text: string;
  /** Names it uses. */
  readonly uses: readonly string[];
  /** Its value at given names; NaN where it has none. */
  evaluate(scope: Readonly<Record<string, number>>): number;
}

export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

const MAX_LENGTH = 500;
const MAX_NODES = 200;
const MAX_DEPTH = 40;

type Scope = Readonly<Record<string, number>>;
type Closure = (scope: Scope) => number;

const { parse } = create({ parseDependencies }, {});

/** Compiles a formula that may use `names`. @throws FormulaError that says what is not allowed, and where. */
export function compileFormula(text: string, names: readonly string[]): Formula {
  if (text.length > MAX_LENGTH)
    throw new FormulaError({
      en: `a formula has at most ${MAX_LENGTH} characters`,
      zh: `公式最长 ${MAX_LENGTH} 个字符`,
    });
  const compiler: Compiler = { names: new Set(names), uses: new Set(), nodes: 0 };
  const closure = build(parsed(text), compiler, 0);
  return { text, uses: [...compiler.uses], evaluate: closure };
}

interface Compiler {
  readonly names: ReadonlySet<string>;
  readonly uses: Set<string>;
  nodes: number;
}

function parsed(text: string): MathNode {
  try {
    return parse(text);
  } catch (error) {
    const why = (error as Error).message;
    throw new FormulaError({ en: `not a formula: ${why}`, zh: `不是合法的公式：${why}` });
  }
}

/** The fields of mathjs nodes that are read here; its own types do not tell them apart by `type`. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: string | { name?: string };
  readonly args?: readonly Node[];
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
}

function build(raw: MathNode | Node, compiler: Compiler, depth: number): Closure {
  const node = raw as Node;
  if (++compiler.nodes > MAX_NODES || depth > MAX_DEPTH)
    throw new FormulaError({ en: "the formula is too long or nested too deeply", zh: "公式过长或嵌套过深" });
  const builder = BUILDERS[node.type];
  if (!builder)
    throw new FormulaError({
      en: `“${node.type.replace(/Node$/, "")}” is not allowed in a formula`,
      zh: `公式中不允许使用“${node.type.replace(/Node$/, "")}”`,
    });
  return builder(node, (child) => build(child, compiler, depth + 1), compiler);
}

type Builder = (node: Node, child: (node: Node) => Closure, compiler: Compiler) => Closure;

const BUILDERS: Readonly<Record<string, Builder>> = {
  ConstantNode({ value }) {
    if (typeof value === "boolean") return () => (value ? 1 : 0);
    if (typeof value !== "number")
      throw new FormulaError({ en: `“${String(value)}” is not a number`, zh: `“${String(value)}”不是数` });
    return () => value;
  },
  SymbolNode({ name = "" }, _child, { names, uses }) {
    if (names.has(name)) {
      uses.add(name);
      return (scope) => scope[name];
    }
    if (Object.hasOwn(CONSTANTS, name)) return () => CONSTANTS[name];
    const hint = suggestion(name, [...names]);
    throw new FormulaError({ en: `unknown name “${name}”${hint.en}`, zh: `没有名为“${name}”的量${hint.zh}` });
  },
  ParenthesisNode: ({ content }, child) => child(content!),
  OperatorNode({ fn, args = [] }, child) {
    const operator = typeof fn === "string" && Object.hasOwn(OPERATORS, fn) ? OPERATORS[fn] : undefined;
    if (!operator)
      throw new FormulaError({ en: `operator “${String(fn)}” is not allowed`, zh: `不允许使用运算“${String(fn)}”` });
    const operands = args.map(child);
    // mathjs makes one node of a + b + c; from the left, as people read it.
    if (operands.length > 2)
      return (scope) => operands.slice(1).reduce((sum, x) => operator(sum, x(scope)), operands[0](scope));
    const [a, b = () => 0] = operands;
    return (scope) => operator(a(scope), b(scope));
  },
  FunctionNode({ fn, args = [] }, child) {
    const name = typeof fn === "string" ? fn : (fn?.name ?? "");
    const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!known) {
      const hint = suggestion(name, Object.keys(FUNCTIONS));
      throw new FormulaError({ en: `unknown function “${name}”${hint.en}`, zh: `没有名为“${name}”的函数${hint.zh}` });
    }
    const needed = known.arguments;
    if (needed === null ? args.length === 0 : args.length !== needed)
      throw new FormulaError({
        en: `${name} takes ${needed ?? "one or more"} arguments`,
        zh: `${name} 需要 ${needed ?? "至少一"} 个参数`,
      });
    const operands = args.map(child);
    return (scope) => known.apply(...operands.map((x) => x(scope)));
  },
  ConditionalNode({ condition, trueExpr, falseExpr }, child) {
    const [test, yes, no] = [condition!, trueExpr!, falseExpr!].map(child);
    return (scope) => (test(scope) !== 0 ? yes(scope) : no(scope));
  },
};
