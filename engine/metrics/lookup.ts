import type { Recording } from "../recording/recorder.ts";
import { metrics } from "./index.ts";
import { RECORDED } from "../recording/columns.ts";
import type { Entity, Series } from "../recording/series.ts";
import { entities } from "./metric.ts";

/**
 * A series of a recording by a path as people write it: market.hhi, vendors.deepseek.tokenShare,
 * products.a.b.priceInput.
 */
export interface SeriesPath {
  readonly entity: Entity;
  readonly id: string; // empty for the market
  readonly name: string; // a metric, or a recorded column
}

const GROUPS: Readonly<Record<string, Entity>> = {
  market: "market",
  vendors: "vendor",
  products: "product",
  segments: "segment",
};

/** Null when the path has not the form of one. */
export function parsePath(path: string): SeriesPath | null {
  const [group, ...rest] = path.split(".");
  const name = rest.at(-1);
  if (!Object.hasOwn(GROUPS, group) || name === undefined) return null;
  const entity = GROUPS[group];
  const id = rest.slice(0, -1).join(".");
  return (entity === "market") === (id === "") ? { entity, id, name } : null;
}

/** Every series there is: metrics, then what is recorded, but for a column whose name a metric of that entity has. */
export function allSeries(): Series[] {
  const named = ({ entity, id }: Series) => metrics.has(id) && metrics.get(id).entity === entity;
  return [...metrics.list(), ...RECORDED.filter((column) => !named(column))];
}

/** The series a path means. */
export const findSeries = ({ entity, name }: Pick<SeriesPath, "entity" | "name">): Series | undefined =>
  allSeries().find((s) => s.entity === entity && s.id === name);

/** Names that an entity's paths may end in: its metrics, then what is recorded of it. */
export function seriesNames(entity: Entity): string[] {
  return allSeries()
    .filter((s) => s.entity === entity)
    .map((s) => s.id);
}

/** The whole series, one value a tick. @throws when the path leads nowhere, naming what there is. */
export function series(r: Recording, path: string): Float64Array {
  const at = parsePath(path);
  if (!at)
    throw new Error(`“${path}” is no series; write market.hhi, vendors.<id>.tokenShare or products.<id>.priceInput`);
  const ids = at.entity === "market" ? ["market"] : entities(r, at.entity);
  const k = at.entity === "market" ? 0 : ids.indexOf(at.id);
  if (k < 0) throw new Error(`“${path}”: no ${at.entity} “${at.id}”; there are ${ids.join(", ")}`);
  const found = findSeries(at);
  if (!found) throw new Error(`“${path}”: no series “${at.name}”; there are ${seriesNames(at.entity).join(", ")}`);
  const table = found.compute(r);
  return Float64Array.from({ length: r.dates.length }, (_, t) => table[t * ids.length + k]);
}

/** Some series of a run, each by its path, one value a tick. */
export interface RunSeries {
  readonly dates: readonly string[];
  readonly paths: readonly string[];
  readonly series: readonly Float64Array[];
}

/** Every series of a recording. */
export function everySeries(r: Recording): RunSeries {
  const all = Object.entries(GROUPS).flatMap(([group, entity]) =>
    allSeries()
      .filter((s) => s.entity === entity)
      .flatMap((s) => {
        const ids = entity === "market" ? ["market"] : entities(r, entity);
        const table = s.compute(r);
        return ids.map((id, k) => ({
          path: entity === "market" ? `${group}.${s.id}` : `${group}.${id}.${s.id}`,
          column: Float64Array.from({ length: r.dates.length }, (_, t) => table[t * ids.length + k]),
        }));
      }),
  );
  return { dates: r.dates, paths: all.map(({ path }) => path), series: all.map(({ column }) => column) };
}

/** The value on a date; on the last tick before it where ticks are weekly. */
export function valueAt(r: Recording, path: string, date: string): number {
  const t = r.dates.findLastIndex((d) => d <= date);
  return t < 0 ? NaN : series(r, path)[t];
}
