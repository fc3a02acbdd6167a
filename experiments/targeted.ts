import {
  checkOutputs,
  type OpenDesign,
  type OpenWith,
  readTargets,
  realiser,
  resolveAxes,
  type Target,
} from "../engine/authoring.ts";
import type { Axis, Scenario } from "../engine/index.ts";
import type { Trials } from "./search.ts";

/** A design held against observed numbers: what is varied, what is looked at. */
interface Targeted {
  readonly scenario: Scenario;
  readonly targets: readonly Target[];
  readonly axes: readonly Axis[];
  readonly trials: Trials;
}

/** Reads it against its scenario; `usual` replications where it names none. @throws ScenarioErrors, located. */
export function openTargeted(design: OpenDesign, open: OpenWith, usual: number): Targeted {
  const { scenario } = open({});
  checkOutputs(design, scenario);
  const targets = readTargets(design, scenario);
  const axes = resolveAxes(design, open);
  const { replications = usual, seed } = design.file;
  const outputs = targets.map((t) => t.output);
  return { scenario, targets, axes, trials: { axes, realise: realiser(axes, open), outputs, replications, seed } };
}
