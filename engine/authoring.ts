/**
 * The second door of the engine: scenario files. Text in, a checked scenario out, or errors with line and column.
 * Apart from index.ts because it brings the YAML parser, the schema and the formula parser along.
 */
export { readScenario, type ScenarioFile, unrolled } from "./authoring/read.ts";
export { type ReadOptions } from "./authoring/layers.ts";
export { type Provenance } from "./authoring/provenance.ts";
export { type Place, type Problem, ScenarioErrors } from "./text/errors.ts";
export { suggestion, unknownName } from "./text/errors.ts";
export { readNumber } from "./authoring/quantity.ts";
export { currencyNamed } from "./authoring/units.ts";
export {
  designJsonSchema,
  designReference,
  type FieldEntry,
  scenarioJsonSchema,
  scenarioReference,
} from "./authoring/json-schema.ts";
export { restatedScenario } from "./authoring/restated-scenario.ts";
export { blankScenarioText, newScenarioText } from "./authoring/template.ts";
export { compileFormula, type Formula, FormulaError } from "./expression/formula.ts";
export { outputProblem } from "./authoring/design-named-outputs.ts";
export { emptyStatement } from "./authoring/output-bounds.ts";
export type { DesignInput } from "./authoring/design-file.ts";
export { checkOutputs, failAt, type OpenDesign, readDesign } from "./authoring/design-read.ts";
export { type Experiment, resolveExperiment } from "./authoring/design-resolve.ts";
export { type OpenWith, resolveAxes } from "./authoring/design-axes.ts";
export { realiser } from "./authoring/design-realise.ts";
export { readAs, readTargets, type Target } from "./authoring/design-targets.ts";
export type { OpenTable } from "./authoring/design-files.ts";
