import type { Plugin } from "../registry.ts";

/** The five things a unit cost is a product of, in order: what `explain` attributes a price change to. */
export const COST_FACTORS = ["hardware", "technology", "learning", "scale", "scheduling"] as const;

/** Today's circumstances of a product's serving. */
export interface CostConditions {
  readonly gpuPrice: number; // [money/GPU h]
  readonly technology: number; // throughput per GPU hour against the start, common to all
  readonly efficiency: number; // the same, the vendor's own learning
  readonly load: number; // mean use over provisioned capacity
  readonly cumulative: number; // tokens served so far, own experience [Mtok]
}

export interface UnitCost {
  readonly input: number; // long-run, at target load [money/Mtok]
  readonly output: number;
  /** In the order of COST_FACTORS; their product is proportional to both meters' cost. */
  readonly factors: readonly number[];
}

/** What serving a million tokens costs. */
export interface CostModel extends Plugin {
  /** Does once what depends on the parameters alone; the result is plain data. */
  prepare(parameters: Readonly<Record<string, unknown>>): unknown;
  unitCost(prepared: unknown, conditions: CostConditions): UnitCost;
}
