import type { Formula } from "./formula.ts";

/**
 * Where the engine finds the formula compiler. It brings the mathjs parser along, which most runs do not need: so it is
 * provided by whoever has loaded it: `readScenario`, or a worker at the first scenario with a formula.
 */
type Compiler = (text: string, names: readonly string[]) => Formula;

let compiler: Compiler | null = null;

export const provideFormulaCompiler = (given: Compiler): void => {
  compiler = given;
};

/** @throws FormulaError on a bad formula; Error when nobody has provided the compiler. */
export function compiled(text: string, names: readonly string[]): Formula {
  if (!compiler)
    throw new Error(
      "no formula compiler: read the scenario with readScenario, or call provideFormulaCompiler(compileFormula)",
    );
  return compiler(text, names);
}
