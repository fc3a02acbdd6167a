import { patchScenario, readPath } from "../scenario/patch.ts";
import type { Lever, Scenario } from "../scenario/scenario.ts";
import type { RangeAxis } from "./axis.ts";
import { type Plan, planRuns, type Realise } from "./design.ts";

/** A swing between two ends has no other points to average luck over. */
const REPLICATIONS = 5;

const OUTPUTS = ["headline.priceFall", "market.hhi", "headline.profitGain"];

/** A lever over its plausible range; the further paths it sets go along in proportion. */
function axisOf(scenario: Scenario, { label, scale, plausible, paths: [first, ...others] }: Lever): RangeAxis {
  const own = readPath(scenario, first.path);
  const base = typeof own === "number" ? own : null;
  const ends = plausible.map((x) => x * first.times);
  const reach = base === null ? ends : [...ends, base]; // set by hand beyond what is plausible, it is an end itself
  const [low, high] = [Math.min(...reach), Math.max(...reach)];
  return {
    kind: "range",
    path: first.path,
    label,
    also: others.map(({ path, times }) => ({ path, times: times / first.times })),
    unit: "",
    low,
    high,
    scale,
    integer: [low, high, base].every(Number.isInteger),
    points: 2,
    base,
  };
}

/**
 * What drives this scenario, one lever at a time over its plausible range, the others as they stand; a scenario edited
 * by hand included. Runs share draws between points. Null: it has no levers.
 * @param outputs what is taken from each run, as `parseOutput` reads them
 */
export function leverDesign(
  scenario: Scenario,
  seed: string | number,
  outputs: readonly string[] = OUTPUTS,
): { readonly plan: Plan; readonly realise: Realise } | null {
  const axes = scenario.levers.map((lever) => axisOf(scenario, lever));
  if (axes.length === 0) return null;
  const realise: Realise = (settings) => {
    const values = axes.flatMap(({ path, also }, d) => [
      [path, settings[d]] as const,
      ...also.map((other) => [other.path, Number(settings[d]) * other.times] as const),
    ]);
    return patchScenario(scenario, Object.fromEntries(values));
  };
  const plan = planRuns({ method: "one-at-a-time", n: 1, replications: REPLICATIONS, seed, axes, outputs });
  return { plan, realise };
}
