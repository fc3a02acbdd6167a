import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario } from "../../engine/authoring.ts";
import {
  compile,
  type CompileOptions,
  patchScenario,
  type Recording,
  type Scenario,
  simulateModel,
} from "../../engine/index.ts";

export const libraryFolder = join(import.meta.dirname, "../../scenarios/library");
/** A library scenario's file, as `extends` finds it. */
export const libraryText = (id: string) => ({
  file: `scenarios/library/${id}.yaml`,
  text: readFileSync(join(libraryFolder, `${id}.yaml`), "utf8"),
});
const cache = new Map<string, Scenario>();

/** Another market than the library's: which of its runs is the typical one is not known. */
const another = (scenario: Scenario): Scenario => ({ ...scenario, typical: undefined });

/** A library scenario, with some paths set. */
export function library(id: string, values: Readonly<Record<string, unknown>> = {}): Scenario {
  if (!cache.has(id))
    cache.set(id, readScenario(libraryText(id).text, { ...libraryText(id), resolve: libraryText }).scenario);
  const whole = cache.get(id)!;
  return Object.keys(values).length > 0 ? another(patchScenario(whole, values)) : whole;
}

export const simulate = (scenario: Scenario, options?: CompileOptions): Recording =>
  simulateModel(compile(scenario, options));

/** Row of a date in a recording. */
export function at(r: Recording, date: string): number {
  const t = r.dates.indexOf(date);
  if (t < 0) throw new Error(`${date} is not recorded`);
  return t;
}

/** A product's value on a date. */
export const productAt = (r: Recording, column: keyof Recording["product"], id: string, date: string): number =>
  r.product[column][at(r, date) * r.productIds.length + r.productIds.indexOf(id)];

export const median = (x: readonly number[]): number => x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)];

const SMALL = `extends: china-2024
id: small
clock: {end: 2024-12-31, tickDays: 7, burnInWeeks: 26}
demand: {agents: 2000}
`;

/** china-2024 with fewer agents, weekly ticks and nine months, and whatever `text` (YAML) says differently. */
export function variant(text: string): Scenario {
  const resolve = (name: string) => (name === "small" ? { file: "small.yaml", text: SMALL } : libraryText(name));
  return another(readScenario(`extends: small\nid: variant\n${text}`, { file: "variant.yaml", resolve }).scenario);
}

/** A vendor's series. */
export function vendorSeries(r: Recording, column: keyof Recording["vendor"], id: string): number[] {
  const [m, v] = [r.vendorIds.length, r.vendorIds.indexOf(id)];
  return r.dates.map((_, t) => r.vendor[column][t * m + v]);
}

/** A product's series. */
export function productSeries(r: Recording, column: keyof Recording["product"], id: string): number[] {
  const [n, j] = [r.productIds.length, r.productIds.indexOf(id)];
  return r.dates.map((_, t) => r.product[column][t * n + j]);
}
