import {
  checkOutputs,
  failAt,
  type OpenDesign,
  type OpenWith,
  readAs,
  realiser,
  resolveAxes,
} from "../engine/authoring.ts";
import {
  type Axis,
  basePoint,
  holdOthers,
  minimise,
  ownPoint,
  holds,
  pairedDifference,
  type PairedDifference,
  parseStatement,
  type Realise,
  type Scenario,
  settingAt,
  type Setting,
  shortfall,
  type Statement,
} from "../engine/index.ts";
import type { PreparedSearch, SearchOptions } from "./prepared-search.ts";
import type { Measurer } from "../workers/runner.ts";
import { driveSearch, evaluate, means, type Point, type Trials } from "./search.ts";

interface Objective {
  readonly output: string;
  readonly kind: "maximise" | "minimise" | "goal";
  readonly goal: number; // NaN unless sought
  readonly subject: readonly Statement[]; // what the best has to keep to
  cost(value: number): number; // what the search brings down
}

/** The best found, judged on draws the search has not seen. */
export interface Best {
  readonly objective: Pick<Objective, "output" | "kind" | "goal">;
  readonly settings: readonly { readonly path: string; readonly value: Setting; readonly atEnd: boolean }[];
  readonly searched: number; // on the draws of the search: flattered by having been chosen
  readonly fresh: number;
  readonly base: readonly Setting[];
  /** Against the scenario as it is, on the same fresh draws. */
  readonly gain: PairedDifference;
  /** What it had to keep to, on the same fresh draws. */
  readonly subject: readonly {
    readonly text: string;
    readonly output: string;
    readonly value: number;
    readonly kept: boolean;
  }[];
  readonly evaluations: number;
}

/** The best setting of a design's parameters for its objective, under noise. @throws ScenarioErrors, located. */
export function prepareOptimise(design: OpenDesign, open: OpenWith): PreparedSearch<Best> {
  const { scenario } = open({});
  const objective = objectiveOf(design, scenario);
  checkOutputs(design, scenario);
  const subject = design.file.subject.map((text) => parseStatement(text)!); // read, so they are statements
  const axes = axesOf(design, resolveAxes(design, open));
  const trials: Trials = {
    axes,
    realise: conducted(design, scenario, realiser(axes, open)),
    outputs: [objective.output, ...subject.map(({ output }) => output.id)],
    replications: design.file.replications ?? 8,
    seed: design.file.seed,
  };
  const evaluations = design.file.evaluations ?? 40 + 20 * axes.length;
  return {
    axes,
    scenario,
    evaluations,
    run: (runner, options) => search({ ...objective, subject }, { ...trials, evaluations }, runner, options),
  };
}

function objectiveOf(design: OpenDesign, scenario: Scenario): Omit<Objective, "subject"> {
  const { file, root } = design;
  const { maximise, minimise: least, goal } = file;
  const given = [maximise, least, goal].filter((x) => x !== undefined);
  if (given.length !== 1)
    throw failAt(root, [], {
      en: "say one of maximise, minimise and goal",
      zh: "maximise、minimise、goal 须写一个，且只写一个",
    });
  if (maximise !== undefined) return { output: maximise, kind: "maximise", goal: NaN, cost: (x) => -x };
  if (least !== undefined) return { output: least, kind: "minimise", goal: NaN, cost: (x) => x };
  const { output } = goal!;
  const value = readAs(output, goal!.value, { design, scenario, at: ["goal", "value"] });
  return { output, kind: "goal", goal: value, cost: (x) => (x - value) * (x - value) };
}

function axesOf({ root }: OpenDesign, axes: readonly Axis[]): readonly Axis[] {
  if (axes.length === 0)
    throw failAt(root, ["parameters"], {
      en: "optimise needs at least one parameter",
      zh: "optimise 至少需要一个参数",
    });
  return axes;
}

/** Rivals react as they do in the scenario, or keep their prices. */
function conducted({ file, root }: OpenDesign, scenario: Scenario, realise: Realise): Realise {
  if (file.vendor !== undefined && !Object.hasOwn(scenario.vendors, file.vendor)) {
    const known = Object.keys(scenario.vendors);
    throw failAt(root, ["vendor"], {
      en: `no vendor “${file.vendor}”; there are ${known.join(", ")}`,
      zh: `没有厂商“${file.vendor}”；有 ${known.join("、")}`,
    });
  }
  if (file.others === "reacting") return realise;
  if (file.vendor === undefined)
    throw failAt(root, ["others"], { en: "others: held needs a vendor", zh: "others: held 需要写明 vendor" });
  return (settings) => holdOthers(realise(settings), file.vendor!);
}

const TOLERANCE = 0.005; // of a parameter's range: finer than noise lets one see

async function search(
  objective: Objective,
  trials: Trials & { readonly evaluations: number },
  runner: Measurer,
  { signal, onTried }: SearchOptions = {},
): Promise<Best> {
  const [start, own] = [trials.axes.map(basePoint), trials.axes.map(ownPoint)];
  const { evaluations } = trials;
  let tried = 0;
  const costs = async (points: readonly Point[]) => {
    const runs = await evaluate(points, trials, runner, signal);
    return runs.map((replications) => constrained(objective, means(replications)));
  };
  const onBatch = (count: number) => {
    tried = count;
    onTried?.(count);
  };
  const best = await driveSearch(
    minimise({ dimensions: start.length, evaluations, tolerance: TOLERANCE, start }),
    costs,
    onBatch,
  );
  const [searched] = await evaluate([best.point], trials, runner, signal);
  const fresh = { ...trials, seed: `${trials.seed}/fresh`, replications: 2 * trials.replications };
  const [there, asItIs] = await evaluate([best.point, own], fresh, runner, signal);
  const [after, before] = [there, asItIs].map((runs) => runs.map((r) => r[0]));
  const kept = means(there).slice(1);
  const settings = trials.axes.map((axis, d) => ({
    path: axis.path,
    value: settingAt(axis, best.point[d]),
    atEnd: atEnd(axis, best.point[d]),
  }));
  return {
    objective: { output: objective.output, kind: objective.kind, goal: objective.goal },
    settings,
    searched: means(searched)[0],
    fresh: means(after.map((x) => [x]))[0],
    base: trials.axes.map(ownSetting),
    gain: pairedDifference(after, before),
    subject: objective.subject.map((statement, k) => ({
      text: statement.text,
      output: statement.output.id,
      value: kept[k],
      kept: holds(statement, kept[k]),
    })),
    evaluations: tried,
  };
}

const BEYOND = 1e30; // above any cost: what breaks a condition is worse than all that keeps to it

/** Deb (2000), Comput. Methods Appl. Mech. Eng. 186:311: what breaks conditions is ranked by how far it breaks them. */
function constrained({ cost, subject }: Objective, [value, ...given]: readonly number[]): number {
  const missed = subject.reduce((all, s, k) => all + shortfall(s, given[k]) / (Math.abs(s.value) || 1), 0);
  return missed === 0 ? cost(value) : BEYOND * (1 + missed);
}

const ownSetting = (axis: Axis): Setting => axis.base ?? settingAt(axis, basePoint(axis));

/** A best value at the end of its range may lie beyond it. */
const atEnd = (axis: Axis, u: number): boolean => axis.kind === "range" && (u < 0.01 || u > 0.99);
