import { asRun, type Measured, metrics, type Scenario } from "../../engine/index.ts";
import type { Measure } from "./measure.ts";
import { measure } from "./measures.ts";

/** Recorded columns that are worth a picture over many runs, like the metrics. */
const VENDOR_COLUMNS = ["revenue", "cash", "alive"];

const metricsOf = (entity: "market" | "vendor"): string[] =>
  metrics
    .list()
    .filter((m) => m.entity === entity)
    .map((m) => m.id);

/** What experiments can show over time: of the market, and of each vendor. */
export const shownMeasures = (): Measure[] => [...metricsOf("market"), ...metricsOf("vendor"), "revenue"].map(measure);

export const pathOf = (of: Measure, vendor: string): string =>
  of.entity === "market" ? `market.${of.id}` : `vendors.${vendor}.${of.id}`;

/** Outputs that bring every such series of a run along. */
export function measuredOf(scenario: Scenario): string[] {
  const { vendors } = asRun(scenario);
  const own = [...metricsOf("vendor"), ...VENDOR_COLUMNS];
  return [
    ...metricsOf("market").map((id) => `market.${id}`),
    ...Object.keys(vendors).flatMap((vendor) => own.map((name) => `vendors.${vendor}.${name}`)),
  ];
}

/** A series of a run by its path; undefined where the run has none. */
export const seriesOf = ({ paths, series }: Measured, path: string): Float64Array | undefined =>
  series[paths.indexOf(path)];
