import { sum } from "../math/sum.ts";
import type { DemandSystem } from "./demand-system.ts";

/**
 * Buyers of several types, each a demand system of its own over the same goods: what they buy together (mixed logit
 * over discrete types, where each is a logit; McFadden & Train 2000).
 */
export function mixtureOf(types: readonly DemandSystem[]): DemandSystem {
  const { goods } = types[0];
  const together = (columns: readonly Float64Array[]) =>
    columns[0].map((_, k) => sum(columns.map((column) => column[k])));
  return {
    goods,
    quantities: (p) => together(types.map((type) => type.quantities(p))),
    jacobian: (p) => together(types.map((type) => type.jacobian(p))),
    outside: (p) => sum(types.map((type) => type.outside?.(p) ?? 0)),
    surplus: (p) => sum(types.map((type) => type.surplus?.(p) ?? NaN)),
  };
}
