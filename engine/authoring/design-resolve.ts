import type { Axis } from "../experiments/axis.ts";
import { type Design, planRuns, type Plan, type Realise } from "../experiments/design.ts";
import { defaultOutputs } from "../experiments/outputs.ts";
import { samplers } from "../experiments/samplers/index.ts";
import { list } from "../experiments/samplers/list.ts";
import { type OpenWith, resolveAxes } from "./design-axes.ts";
import type { DesignFile } from "./design-file.ts";
import { checkOutputs, failAt, oneOf, type OpenDesign } from "./design-read.ts";
import { realiser } from "./design-realise.ts";

/** A design against its scenario: all runs known, none done. */
export interface Experiment {
  readonly plan: Plan;
  readonly realise: Realise;
}

/** The method is one of `methods`, the first where the file does not say. @throws ScenarioErrors, located. */
export function resolveExperiment(given: OpenDesign, open: OpenWith, methods: readonly string[]): Experiment {
  const { file } = given;
  const { scenario } = open({}); // what is not there is said before what is wrong with its parameters
  const method = methodOf(given, methods);
  if (!file.points) checkCount(given, method, file.parameters.length);
  const axes = resolveAxes(given, open);
  checkOutputs(given, scenario);
  checkCount(given, method, axes.length);
  checkRuns(given, method, axes);
  const realise = realiser(axes, open);
  const design: Design = {
    method,
    n: runsOf(file, method),
    replications: file.replications ?? 1,
    seed: file.seed,
    axes,
    outputs: [...new Set(file.outputs ?? defaultOutputs(Object.keys(scenario.vendors)))],
  };
  checkMap(given, design);
  return { plan: planRuns(design), realise };
}

const MOST_RUNS = 10_000_000;
const MOST_NUMBERS = 50_000_000; // that the points are made of

const runsOf = ({ runs }: DesignFile, method: string): number => runs ?? samplers.get(method).usual;

/** Before any point is made: there may be more than any memory holds. */
function checkRuns({ file, root }: OpenDesign, method: string, axes: readonly Axis[]): void {
  const points = samplers.get(method).count(axes, runsOf(file, method));
  const runs = points * (file.replications ?? 1);
  if (runs > MOST_RUNS)
    throw failAt(root, ["runs"], {
      en: `${runs} runs are too many; at most ${MOST_RUNS}`,
      zh: `共 ${runs} 次运行，超过上限 ${MOST_RUNS}`,
    });
  if (points * axes.length > MOST_NUMBERS)
    throw failAt(root, ["runs"], {
      en: `${points} points of ${axes.length} parameters are too many; at most ${MOST_NUMBERS} numbers`,
      zh: `${points} 个点 × ${axes.length} 个参数过多，至多 ${MOST_NUMBERS} 个数`,
    });
}

/** A file with points lists them, and says so with `method` or not at all. */
function methodOf({ file, root }: OpenDesign, methods: readonly string[]): string {
  const usual = file.points ? list.id : methods[0];
  const fitting = file.points ? [list.id] : methods;
  if (file.method === list.id && !file.points)
    throw failAt(root, ["method"], {
      en: "method: list needs points, or a file of points",
      zh: "method: list 需要写明 points，或给出各点的文件（file）",
    });
  return oneOf(root, ["method"], file.method ?? usual, fitting, { en: "method", zh: "方法" });
}

/** A map is drawn over two parameters, of what is among the outputs. */
function checkMap({ file: { map }, root }: OpenDesign, { method, axes, outputs }: Design): void {
  if (map === undefined) return;
  if (method !== "grid" || axes.length !== 2)
    throw failAt(root, ["map"], {
      en: "map needs method: grid and two parameters",
      zh: "map 需要 method: grid 和恰好两个参数",
    });
  if (!outputs.includes(map))
    throw failAt(root, ["map"], { en: `${map} must be among the outputs`, zh: `${map} 须列在 outputs 里` });
}

function checkCount({ root }: OpenDesign, method: string, n: number): void {
  const [least, most] = samplers.get(method).axes;
  if (n >= least && n <= most) return;
  throw failAt(root, ["parameters"], {
    en: `${method} takes ${least} to ${most} parameters, not ${n}`,
    zh: `${method} 需要 ${least} 到 ${most} 个参数，这里有 ${n} 个`,
  });
}
