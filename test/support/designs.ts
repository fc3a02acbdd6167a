import type { Axis } from "../../engine/experiments/axis.ts";
import type { Design } from "../../engine/experiments/design.ts";

export const range = (over: object = {}): Axis => ({
  kind: "range",
  path: "x",
  also: [],
  unit: "",
  low: 2,
  high: 10,
  scale: "linear",
  integer: false,
  points: 3,
  base: 4,
  ...over,
});
export const listed: Axis = { kind: "list", path: "k", also: [], unit: "", values: ["a", "b", 7, "d"], base: 7 };

export const design = (over: Partial<Design>): Design => ({
  method: "grid",
  n: 4,
  replications: 2,
  seed: 1,
  axes: [range({ points: 2 }), listed],
  outputs: ["o"],
  ...over,
});
