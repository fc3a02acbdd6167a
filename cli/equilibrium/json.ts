import type { Benchmarks, MergerTable, Model } from "../../engine/index.ts";

/** Prices of theory on one day, as `equilibrium --json` gives them [money per unit of the product's meter, blended]. */
export interface EquilibriumPrices {
  readonly at: string;
  /** With how many agents the prices were found, or given up; null where demand has none. */
  readonly agents: number | null;
  /** Whether a Nash equilibrium was found; where none was, `nash` is null and `replies` say where best replies go. */
  readonly converged: boolean;
  readonly residual: number;
  readonly iterations: number;
  readonly secondOrder: boolean;
  /** The most that anybody gains by another price, over its profit. */
  readonly bestDeviation: number;
  /** (profit - Nash)/(cartel - Nash); NaN without an equilibrium. */
  readonly gain: number;
  /** How many other equilibria further searches ended in. */
  readonly others: number;
  readonly products: readonly {
    readonly id: string;
    readonly unitCost: number;
    readonly nash: number | null;
    /** Its prices in those. */
    readonly otherNash?: readonly number[];
    readonly replies?: readonly [low: number, high: number];
    /** What sellers post who look ahead and mean to drive nobody out: users stay, costs learn. */
    readonly foreseen: number;
    readonly cartel: number;
    readonly price: number;
    readonly rest: Benchmarks["equilibrium"]["rest"][number];
  }[];
}

type Found = Pick<EquilibriumPrices, "at" | "agents">;

export function equilibriumJson(model: Model, b: Benchmarks, { at, agents }: Found): EquilibriumPrices {
  const { converged, residual, iterations, secondOrder, bestDeviation, cycle } = b.equilibrium;
  return {
    at,
    agents,
    converged,
    residual,
    iterations,
    secondOrder,
    bestDeviation,
    gain: b.gain,
    others: b.others.length,
    products: b.products.map((j, k) => ({
      id: model.products[j].id,
      unitCost: b.unitCost[k],
      nash: converged ? b.nash[k] : null,
      ...(b.others.length > 0 && { otherNash: b.others.map((prices) => prices[k]) }),
      ...(cycle && { replies: [cycle.low[k], cycle.high[k]] as const }),
      foreseen: b.foreseen[k],
      cartel: b.cartel[k],
      price: b.price[k],
      rest: b.equilibrium.rest[k],
    })),
  };
}

/** Prices before and after a merger, as `equilibrium --merge --json` gives them. */
export interface MergerPrices {
  readonly at: string;
  readonly agents: number | null;
  /** Where it is not, there are no prices, profits or surplus to compare. */
  readonly converged: boolean;
  readonly products: readonly {
    readonly id: string;
    readonly merged: boolean;
    readonly before?: number;
    readonly after?: number;
    /** Pressure on the price, over it. */
    readonly guppi?: number;
    /** The fall of cost that would make up for it, over the cost. */
    readonly efficiency?: number;
  }[];
  /** Of the merging vendors and of the others [money/week]. */
  readonly profit?: MergerTable["profit"];
  readonly rivals?: MergerTable["rivals"];
  /** Change of users' surplus [money/week]. */
  readonly surplus?: number;
}

export const mergerJson = (model: Model, found: MergerTable, { at, agents }: Found): MergerPrices => ({
  at,
  agents,
  converged: found.converged,
  products: found.products.map((j, k) => ({
    id: model.products[j].id,
    merged: found.merged[k],
    ...(found.converged && {
      before: found.before[k],
      after: found.after[k],
      guppi: found.guppi[k],
      efficiency: found.efficiency[k],
    }),
  })),
  ...(found.converged && { profit: found.profit, rivals: found.rivals, surplus: found.surplus }),
});
