import type { Axis, Plan } from "../engine/index.ts";
import type { Outcome } from "./experiment.ts";

/** A column of a table and what it holds; numbers and texts may be absent (null) where `optional`. */
export interface Column {
  readonly name: string;
  readonly type: "int" | "double" | "text" | "date";
  readonly optional?: boolean;
}

export type Cell = number | string | null;
export type Row = readonly Cell[]; // one cell a column

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
  const texts = runColumns({ design } as Plan)
    .slice(5, 5 + settings.length)
    .map((c) => c.type === "text");
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

/** What does not exist (a share of nothing) or has no end (a parent's purse) is null. */
export const finite = (x: number | undefined): Cell => (x !== undefined && Number.isFinite(x) ? x : null);
