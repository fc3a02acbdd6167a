import type { Recording } from "../recording/recorder.ts";
import { metrics } from "./index.ts";
import { entities, type Metric } from "./metric.ts";

/** A series of a recording by a path as people write it: market.hhi, vendors.deepseek.tokenShare, products.a.b.priceInput. */
export interface SeriesPath {
  readonly entity: Metric["entity"];
  readonly id: string; // empty for the market
  readonly name: string; // a metric, or a recorded column
}

const GROUPS: Readonly<Record<string, Metric["entity"]>> = {
  market: "market",
  vendors: "vendor",
  products: "product",
  segments: "segment",
};

/** Null when the path has not the form of one. */
export function parsePath(path: string): SeriesPath | null {
  const [group, ...rest] = path.split(".");
  const entity = GROUPS[group];
  const name = rest.at(-1);
  if (!entity || name === undefined) return null;
  const id = rest.slice(0, -1).join(".");
  return (entity === "market") === (id === "") ? { entity, id, name } : null;
}

/** Names that an entity's paths may end in: its metrics, then what is recorded of it. */
export function seriesNames(r: Recording, entity: Metric["entity"]): string[] {
  const own = metrics
    .list()
    .filter((m) => m.entity === entity)
    .map((m) => m.id);
  return [...own, ...Object.keys(r[entity])];
}

/** The whole series, one value a tick. @throws when the path leads nowhere, naming what there is. */
export function series(r: Recording, path: string): Float64Array {
  const at = parsePath(path);
  if (!at)
    throw new Error(`“${path}” is no series; write market.hhi, vendors.<id>.tokenShare or products.<id>.priceInput`);
  const ids = at.entity === "market" ? ["market"] : entities(r, at.entity);
  const k = at.entity === "market" ? 0 : ids.indexOf(at.id);
  if (k < 0) throw new Error(`“${path}”: no ${at.entity} “${at.id}”; there are ${ids.join(", ")}`);
  const table = tableOf(r, at);
  if (!table) throw new Error(`“${path}”: no series “${at.name}”; there are ${seriesNames(r, at.entity).join(", ")}`);
  return Float64Array.from({ length: r.dates.length }, (_, t) => table[t * ids.length + k]);
}

function tableOf(r: Recording, { entity, name }: SeriesPath): Float64Array | undefined {
  if (metrics.has(name) && metrics.get(name).entity === entity) return metrics.get(name).compute(r);
  return (r[entity] as Readonly<Record<string, Float64Array>>)[name];
}

/** The value on a date; on the last tick before it where ticks are weekly. */
export function valueAt(r: Recording, path: string, date: string): number {
  const t = r.dates.findLastIndex((d) => d <= date);
  return t < 0 ? NaN : series(r, path)[t];
}
