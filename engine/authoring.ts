/**
 * The second door of the engine: scenario files. Text in, a checked scenario out, or errors with line and column.
 * Apart from index.ts because it brings the YAML parser, the schema and the formula parser along.
 */
import { provideFormulaCompiler } from "./expression/compiler.ts";
import { compileFormula } from "./expression/formula.ts";

export { readScenario, type Provenance, type ReadOptions, type ScenarioFile, unrolled } from "./scenario/read.ts";
export { type Place, type Problem, ScenarioErrors } from "./scenario/errors.ts";
export { suggestion, unknownName } from "./scenario/errors.ts";
export { parseUnit, sameDimensions, splitQuantity } from "./scenario/units.ts";
export { scenarioJsonSchema } from "./scenario/json-schema.ts";
export { newScenarioText } from "./scenario/template.ts";
export { compileFormula, type Formula, FormulaError } from "./expression/formula.ts";
export { outputProblem } from "./experiments/file/named-outputs.ts";
export { checkOutputs, failAt, type OpenDesign, readDesign } from "./experiments/file/read.ts";
export { type Experiment, resolveExperiment } from "./experiments/file/resolve.ts";
export { type OpenWith, resolveAxes } from "./experiments/file/axes.ts";
export { realiser } from "./experiments/file/realise.ts";
export type { TargetEntry } from "./experiments/file/schema.ts";

provideFormulaCompiler(compileFormula);
