import type { Span } from "../benchmarks/nash-prices.ts";
import { listIndexBetween } from "../metrics/price-index.ts";
import { metrics } from "../metrics/index.ts";
import type { Recording } from "../recording/recorder.ts";
import { fisher, laspeyres, paasche, satoVartia, tornqvist, walsh } from "../theory/price-indices.ts";
import { rowOf } from "./standings.ts";

/** Formulas of goods that are on sale on both days, by the metric that chains them. */
const FORMULAS = {
  priceIndex: fisher,
  laspeyresIndex: laspeyres,
  paascheIndex: paasche,
  tornqvistIndex: tornqvist,
  walshIndex: walsh,
  satoVartiaIndex: satoVartia,
} as const;

/** How prices moved between two days, each by an object of its own: 1 is no change, NaN where there is no answer. */
export interface Indices {
  /** Of list prices, by formula: chained over months and launches, and between the two days alone. */
  readonly list: readonly { readonly id: keyof typeof FORMULAS; readonly chained: number; readonly direct: number }[];
  /** What is paid for a fixed basket of tasks, chained. */
  readonly paid: number;
  /** What a million tokens brought on average, whatever they were of. */
  readonly unitValue: number;
  /** Of a run with competition priced between these days: cost of living, also without what came on sale since. */
  readonly living: number;
  readonly livingWithoutNew: number;
}

/** Every index between two days; those of list prices from the prices the first day opened with. */
export function indicesBetween(r: Recording, span: Span): Indices {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const ratio = (id: string) => {
    const series = metrics.get(id).compute(r);
    return series[last] / series[first];
  };
  const chained = (id: string) => {
    const series = metrics.get(id).compute(r);
    return series[last] / (first > 0 ? series[first - 1] : 1);
  };
  const on = r.nash?.find(({ tick }) => tick === last);
  const entries = Object.entries(FORMULAS) as [keyof typeof FORMULAS, typeof fisher][];
  return {
    list: entries.map(([id, formula]) => ({
      id,
      chained: chained(id),
      direct: listIndexBetween(r, formula, first, last),
    })),
    paid: ratio("paidIndex"),
    unitValue: ratio("unitValue"),
    living: on?.living ?? NaN,
    livingWithoutNew: on?.livingWithoutNew ?? NaN,
  };
}
