import type { Price, TokenPrice } from "../price.ts";
import type { ParameterTable, Plugin, ValuesOf } from "../registry.ts";
import type { Text } from "../text/text.ts";
import type { AttentionKind } from "./architecture.ts";
import type { Traffic } from "./replicas.ts";

/** The five things a unit cost is a product of, in order: what `explain` attributes a price change to. */
export const COST_FACTORS = ["hardware", "technology", "learning", "scale", "scheduling"] as const;

/** Today's circumstances of a product's serving. */
export interface CostConditions {
  readonly gpuPrice: number; // [money/GPU h]
  readonly technology: number; // throughput per GPU hour against the start, common to all
  readonly efficiency: number; // the same, the vendor's own learning
  readonly load: number; // mean use over provisioned capacity
  readonly cumulative: number; // tokens served so far, own experience [Mtok]
  /** What the product serves, first-party tokens included; absent: as much as fills any fleet. */
  readonly traffic?: Traffic;
}

/** What the costs of a whole scenario are quoted at. */
interface Quoted {
  readonly referenceGpuPrice: number; // [money/GPU h]
}

/** Long-run, at target load [money/Mtok]; a meter left out costs what the one it is like does. */
export type UnitCost = Price & {
  /**
   * In the order of COST_FACTORS; their product is proportional to the blended cost
   * (three input tokens to one of output).
   */
  readonly factors: readonly number[];
};

/** An advance in serving: what is given takes the place of what was. */
export interface ServingChange {
  readonly attention?: AttentionKind;
  readonly kvHeads?: number; // of GQA
  readonly weightBits?: number;
  readonly kvBits?: number;
  readonly mfuDecode?: number;
  readonly mbu?: number;
  readonly overlap?: number;
  readonly cacheHit?: number;
}

/** What serving a million tokens costs. One file each, made by `costModel`. */
export interface CostModel extends Plugin {
  /** Does once what depends on the parameters and the scenario alone; the result is plain data. */
  prepare(parameters: Readonly<Record<string, unknown>>, quoted: Quoted): unknown;
  unitCost(prepared: unknown, conditions: CostConditions): UnitCost;
  /**
   * Why the parameters, each fine by itself, make no sense together; null where they do.
   * Checked when a scenario is read.
   */
  problem?(parameters: Readonly<Record<string, unknown>>): Text | null;
  /**
   * What a token costs where prompts are so many times as long as usual, over what it costs where they are not.
   * Absent: the model knows no memory.
   */
  byLength?(prepared: unknown, times: number): TokenPrice;
  /** What `prepare` would have given after an advance in serving. Absent: the model knows no architecture. */
  change?(prepared: unknown, change: ServingChange): unknown;
}

/** What a cost model's author writes: parameters have the types of their table, and `prepare` says what is prepared. */
interface Written<T extends ParameterTable, P> extends Plugin {
  readonly parameters: T;
  prepare(parameters: ValuesOf<T>, quoted: Quoted): P;
  unitCost(prepared: NoInfer<P>, conditions: CostConditions): UnitCost;
  problem?(parameters: ValuesOf<T>): Text | null;
  byLength?(prepared: NoInfer<P>, times: number): TokenPrice;
  change?(prepared: NoInfer<P>, change: ServingChange): NoInfer<P>;
}

/** A cost model from its table: scenario files, forms and help know it from that. */
export const costModel = <const T extends ParameterTable, P>(written: Written<T, P>): CostModel => written as CostModel;
