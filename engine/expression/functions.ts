import { exp, log, pow } from "../math/elementary.ts";

/** What a formula may call: name, number of arguments (null: one or more), and the function. */
interface FormulaFunction {
  readonly arguments: number | null;
  readonly apply: (...x: number[]) => number;
}

export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  exp: { arguments: 1, apply: exp },
  ln: { arguments: 1, apply: log },
  log: { arguments: 1, apply: log },
  sqrt: { arguments: 1, apply: Math.sqrt },
  abs: { arguments: 1, apply: Math.abs },
  floor: { arguments: 1, apply: Math.floor },
  ceil: { arguments: 1, apply: Math.ceil },
  round: { arguments: 1, apply: Math.round },
  min: { arguments: null, apply: Math.min },
  max: { arguments: null, apply: Math.max },
  pow: { arguments: 2, apply: power },
  clamp: { arguments: 3, apply: (x, low, high) => Math.min(Math.max(x, low), high) },
};

const truth = (x: boolean) => (x ? 1 : 0);

/** Operators by the name the parser gives them. Truth is 1 and 0. */
export const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  mod: (a, b) => a - b * Math.floor(a / b),
  pow: power,
  unaryMinus: (a) => -a,
  unaryPlus: (a) => a,
  smaller: (a, b) => truth(a < b),
  smallerEq: (a, b) => truth(a <= b),
  larger: (a, b) => truth(a > b),
  largerEq: (a, b) => truth(a >= b),
  equal: (a, b) => truth(a === b),
  unequal: (a, b) => truth(a !== b),
  and: (a, b) => truth(a !== 0 && b !== 0),
  or: (a, b) => truth(a !== 0 || b !== 0),
  not: (a) => truth(a === 0),
};

export const CONSTANTS: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

/** x^y with the engine's own pow; whole powers of negative numbers keep their sign. */
function power(x: number, y: number): number {
  if (x >= 0) return pow(x, y);
  if (!Number.isInteger(y)) return NaN;
  return y % 2 === 0 ? pow(-x, y) : -pow(-x, y);
}
