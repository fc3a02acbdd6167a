import { segmentsOf } from "../demand/demand-model.ts";
import { asRun } from "../mechanisms/as-run.ts";
import { type SeriesPath, parsePath } from "../metrics/lookup.ts";
import { entities } from "../metrics/metric.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { parseOutput } from "./outputs.ts";

/** Arms of a comparison have vendors, products and segments by id; what is in some of them only is in the union. */

/** Ids of all arms, in the order of the first arm that has them. */
export const union = (arms: readonly (readonly string[])[]): string[] => [...new Set(arms.flat())];

/** Vendors of any arm, hosts of open weights included. */
export const vendorsOf = (arms: readonly Scenario[]): string[] => union(arms.map((s) => Object.keys(asRun(s).vendors)));

const entityOf = (output: string): SeriesPath | null => parsePath(parseOutput(output)?.path ?? "");

/** Whether a recording has the vendor, product or segment that an output is of. */
export function recorded(r: Recording, output: string): boolean {
  const at = entityOf(output);
  return !at || at.entity === "market" || entities(r, at.entity).includes(at.id);
}

/** The same of a scenario that is yet to run. */
export function present(scenario: Scenario, output: string): boolean {
  const at = entityOf(output);
  if (!at || at.entity === "market") return true;
  if (at.entity === "segment") return at.id in segmentsOf(scenario);
  const { vendors } = asRun(scenario);
  if (at.entity === "vendor") return Object.hasOwn(vendors, at.id);
  const dot = at.id.indexOf(".");
  return at.id.slice(dot + 1) in (vendors[at.id.slice(0, dot)]?.products ?? {});
}
