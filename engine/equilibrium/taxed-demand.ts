import type { DemandSystem } from "./demand-system.ts";

/** By good: a share of what the vendor asks, and so much a unit. */
interface DemandTax {
  readonly rate: Float64Array;
  readonly specific: Float64Array; // [money]
}

/** Demand at the prices vendors ask, where buyers pay a tax on top. */
export function taxedDemand(demand: DemandSystem, { rate, specific }: DemandTax): DemandSystem {
  const { goods, outside, surplus } = demand;
  const paid = (p: Float64Array) => p.map((x, j) => x * (1 + rate[j]) + specific[j]);
  return {
    goods,
    quantities: (p) => demand.quantities(paid(p)),
    jacobian: (p) => demand.jacobian(paid(p)).map((slope, at) => slope * (1 + rate[at % goods])),
    ...(outside && { outside: (p: Float64Array) => outside(paid(p)) }),
    ...(surplus && { surplus: (p: Float64Array) => surplus(paid(p)) }),
  };
}
