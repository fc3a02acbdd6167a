import { type Axis, type Measured, parsePath, type Plan } from "../../engine/index.ts";
import type { Outcome } from "../../workers/experiment.ts";
import type { Cell, Column, Row } from "./tables.ts";

/** One row a planned run: where it stands in the design, how it ended, and its outputs. */
export function runColumns({ design }: Plan): Column[] {
  const setting = (axis: Axis): Column => ({
    name: axis.path,
    type: axis.kind === "range" || axis.values.every((v) => typeof v === "number") ? "double" : "text",
  });
  return [
    { name: "run", type: "int" },
    { name: "point", type: "int" },
    { name: "replication", type: "int" },
    { name: "status", type: "text" },
    { name: "error", type: "text", optional: true },
    ...design.axes.map(setting),
    ...design.outputs.map((id): Column => ({ name: id, type: "double", optional: true })),
  ];
}

export function runRow({ design }: Plan, { planned, measured, error }: Outcome): Row {
  const { run, point, replication, settings } = planned;
  const texts = runColumns({ design } as Plan).slice(5, 5 + settings.length).map((c) => c.type === "text"); // prettier-ignore
  return [
    run,
    point,
    replication,
    measured ? "done" : "failed",
    error,
    ...settings.map((s, d) => (texts[d] ? String(s) : s)),
    ...design.outputs.map((_, k) => finite(measured?.values[k])),
  ];
}

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

/** What does not exist (a share of nothing) or has no end (a parent's purse) is null. */
export const finite = (x: number | undefined): Cell => (x !== undefined && Number.isFinite(x) ? x : null);
