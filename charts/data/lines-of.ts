import { entities, inBoth, type Language, type Recording, say, type Scenario, segmentsOf } from "../../engine/index.ts";
import { productName, vendorName } from "../../words/names.ts";
import type { ChartLine } from "./chart-line.ts";
import type { Measure } from "./measure.ts";
import { inkOf, type Mode } from "../theme/theme.ts";

/** A run with what is needed to draw it. */
export interface Run {
  readonly scenario: Scenario;
  readonly recording: Recording;
}

interface LineOptions {
  readonly measure: Measure;
  readonly lang: Language;
  readonly mode: Mode;
  /** Which entities, by id; all unless given. */
  readonly keep?: (id: string) => boolean;
  readonly baseline?: Run;
  /** 10 and 90 % over replications, tick x entity. */
  readonly band?: { readonly low: Float64Array; readonly high: Float64Array };
  /** Means over replications, in place of the values of the one run and of its baseline. */
  readonly middle?: Float64Array;
  readonly baseMiddle?: Float64Array;
}

/** The lines of a measure: one an entity, in the order of the scenario. */
export function linesOf(run: Run, options: LineOptions): ChartLine[] {
  const { recording: r } = run;
  const { measure, baseline, band, keep = () => true } = options;
  const ids = entities(r, measure.entity);
  const values = options.middle ?? measure.compute(r);
  const held = baseline && comparable(run, baseline);
  const base = held ? (options.baseMiddle ?? measure.compute(baseline.recording)) : undefined;
  const baseIds = baseline ? entities(baseline.recording, measure.entity) : [];
  return ids.flatMap((id, k) => {
    if (!keep(id)) return [];
    const at = baseIds.indexOf(id);
    const line: ChartLine = {
      ...nameAndInk(run, id, k, options),
      values: pick(values, ids.length, k),
      baseline: base && at >= 0 ? pick(base, baseIds.length, at) : undefined,
      low: band && pick(band.low, ids.length, k),
      high: band && pick(band.high, ids.length, k),
    };
    const idle = measure.entity === "vendor" && line.reference; // sells nothing here
    return line.values.some(Number.isFinite) && !idle ? [line] : [];
  });
}

/** What stands at a line of a product: the vendor says more than the product where it has one line. */
export function vendorLabel(line: ChartLine, lines: readonly ChartLine[], { scenario }: Run, lang: Language): string {
  const alone = lines.filter((l) => l.vendor === line.vendor).length === 1;
  return alone ? vendorName(scenario, line.vendor, lang) : line.label;
}

/** Two runs share a chart when they share a calendar and a currency. */
export const comparable = (a: Run, b: Run): boolean =>
  a.scenario.currency === b.scenario.currency &&
  a.recording.dates.length === b.recording.dates.length &&
  a.recording.dates[0] === b.recording.dates[0];

/** Column k of a tick-major table. */
export function pick(table: Float64Array, width: number, k: number): Float64Array {
  const column = new Float64Array(table.length / width);
  for (let t = 0; t < column.length; t++) column[t] = table[t * width + k];
  return column;
}

type Named = Pick<ChartLine, "id" | "vendor" | "label" | "title" | "ink" | "reference">;

function nameAndInk({ scenario, recording }: Run, id: string, k: number, { measure, lang, mode }: LineOptions): Named {
  const vendorIds = recording.vendorIds;
  if (measure.entity === "vendor" || measure.entity === "product") {
    const vendor = measure.entity === "vendor" ? id : vendorIds[recording.vendorOf[k]];
    const name = vendorName(scenario, vendor, lang);
    const label = measure.entity === "vendor" ? name : productName(scenario, id, lang);
    const product = scenario.vendors[vendor].products[id.slice(vendor.length + 1)];
    const reference = product?.reference ?? Object.values(scenario.vendors[vendor].products).every((p) => p.reference);
    const title = measure.entity === "vendor" ? say(scenario.vendors[vendor].name, lang) : `${name} ${label}`;
    return { id, vendor, label, title, ink: inkOf(vendor, vendorIds.indexOf(vendor), mode), reference };
  }
  const segment = segmentsOf(scenario)[id]?.label;
  const label = say(segment ?? (measure.entity === "market" ? measure.label : inBoth(id)), lang);
  return { id, vendor: "", label, title: label, ink: inkOf(`${measure.entity}:${id}`, k, mode), reference: false };
}
