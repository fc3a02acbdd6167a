import type { Axis } from "../experiments/axis.ts";
import { type Design, planRuns, type Plan, type Realise } from "../experiments/design.ts";
import { defaultOutputs } from "../experiments/outputs.ts";
import { samplers } from "../experiments/samplers/index.ts";
import { type OpenWith, resolveAxes } from "./design-axes.ts";
import { checkOutputs, failAt, oneOf, type OpenDesign } from "./design-read.ts";
import { realiser } from "./design-realise.ts";

/** A design against its scenario: all runs known, none done. */
export interface Experiment {
  readonly plan: Plan;
  readonly realise: Realise;
}

/** The method is one of `methods`, the first where the file does not say. @throws ScenarioErrors, located. */
export function resolveExperiment(given: OpenDesign, open: OpenWith, methods: readonly string[]): Experiment {
  const { file, root } = given;
  const method = oneOf(root, ["method"], file.method ?? methods[0], methods, { en: "method", zh: "方法" });
  const axes = resolveAxes(given, open);
  const { scenario } = open({});
  checkOutputs(given, scenario);
  checkCount(given, method, axes);
  const realise = realiser(axes, open);
  const sampler = samplers.get(method);
  const design: Design = {
    method,
    n: file.runs ?? sampler.usual,
    replications: file.replications ?? 1,
    seed: file.seed,
    axes,
    outputs: [...new Set(file.outputs ?? defaultOutputs(Object.keys(scenario.vendors)))],
  };
  const plan = planRuns(design);
  if (plan.runs > MOST_RUNS)
    throw failAt(root, ["runs"], {
      en: `${plan.runs} runs are too many; at most ${MOST_RUNS}`,
      zh: `共 ${plan.runs} 次运行，超过上限 ${MOST_RUNS}`,
    });
  return { plan, realise };
}

const MOST_RUNS = 10_000_000;

function checkCount({ root }: OpenDesign, method: string, axes: readonly Axis[]): void {
  const [least, most] = samplers.get(method).axes;
  if (axes.length >= least && axes.length <= most) return;
  throw failAt(root, ["parameters"], {
    en: `${method} takes ${least} to ${most} parameters, not ${axes.length}`,
    zh: `${method} 需要 ${least} 到 ${most} 个参数，这里有 ${axes.length} 个`,
  });
}
