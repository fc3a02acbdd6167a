import { type Measured, parsePath } from "../../engine/index.ts";
import { type Column, finite, type Row } from "../../experiments/run-rows.ts";

/** One row a run, date and series: long, as any tool reads it. */
export const SERIES_COLUMNS: readonly Column[] = [
  { name: "run", type: "int" },
  { name: "date", type: "date" },
  { name: "entity", type: "text" },
  { name: "id", type: "text" },
  { name: "metric", type: "text" },
  { name: "value", type: "double", optional: true },
];

export function* seriesRows(run: number, { dates, paths, series }: Measured): Generator<Row> {
  for (const [k, path] of paths.entries()) {
    const { entity, id, name } = parsePath(path)!; // measured, so it is one
    for (const [t, date] of dates.entries()) yield [run, date, entity, id || "market", name, finite(series[k][t])];
  }
}
