import { Registry } from "../registry.ts";
import type { Market, Model } from "../model/market.ts";
import type { Product, Scenario, Segment } from "../scenario/scenario.ts";
import type { Bills } from "../tariff/spend.ts";
import type { Finding } from "../text/errors.ts";
import { mixedLogit } from "./mixed-logit/mixed-logit.ts";
import type { KernelId } from "./mixed-logit/kernel.ts";
import type { RunCache } from "./mixed-logit/model.ts";
import type { PricedMarket } from "./priced-market.ts";
import { unitLogit } from "./unit-logit.ts";

type Demand = Scenario["demand"];

/**
 * How demand works. To add a way: describe it in scenario files (Demand), write an object of this form, put it on the
 * list below. `M` and `S` are a compiled model and a market with what this demand adds to them; nobody else looks
 * there, and nobody else asks which demand a scenario has.
 */
export interface DemandModel<D extends Demand = Demand, M extends Model = Model, S extends Market = Market> {
  readonly id: D["kind"];
  /**
   * Users stay with a product until they decide anew: they settle in before the start, and where they go is recorded.
   */
  readonly lasting: boolean;
  /** What is wrong with numbers that the schema lets through. */
  check(demand: D): readonly Finding[];
  /** Segments of buyers, by id. */
  segments(demand: D): Readonly<Record<string, Segment>>;
  /** Whether a segment considers a product at all. */
  buys(segment: Segment, product: Product): boolean;
  /** How many buyers a segment stands for at the start. */
  represented(demand: D, segment: string): number;
  /** Output in a buyer's tokens, on average [1]. */
  outputShare(demand: D): number;
  /** Monthly tokens of a segment's buyers at the start, a lognormal law [Mtok/month]. */
  volumes(demand: D, segment: Segment): Bills;
  /** How many agents it is simulated with; null where another number would make it another market. */
  agents(demand: D): number | null;
  /** The same demand simulated with so many. */
  withAgents(demand: D, agents: number): D;
  /** What it adds to a compiled scenario. */
  prepare(preparation: Preparation<D>): Omit<M, keyof Model>;
  /** What it adds to a fresh market. */
  open(model: M): Pick<Market, "expectations"> & Omit<S, keyof Market>;
  /** Before the first tick buyers find their products, while money and time stand still. */
  settle(model: M, market: S): void;
  /** Between vendors' decisions and buyers': today's moves become news. */
  hear(model: M, market: S): void;
  /** Who pays attention this tick; `dt` in weeks. */
  wake(model: M, market: S, dt: number): void;
  /** Who is awake chooses. */
  choose(model: M, market: S, dt: number): void;
  /** Volumes and surplus of the tick, into market.flows. */
  use(model: M, market: S, dt: number): void;
  /** At the tick's end: what buyers expect, build and forget. */
  learn(model: M, market: S): void;
  /** The market as a pricing game, were all buyers, or so many of them if `asked`, free to choose. */
  priced(model: M, market: S, asked?: number): PricedMarket;
}

/** A scenario compiled but for its demand, and what a caller of `compile` may say about the computing. */
export interface Preparation<D extends Demand = Demand> {
  readonly model: Model & { readonly demand: D };
  readonly kernel?: KernelId; // who computes the hot loops, to the same bits; default the fastest there is
  readonly even?: boolean; // who the buyers are is spread over its laws, not drawn
  readonly cache?: RunCache; // kept by whoever runs one scenario after another; the numbers are the same without
}

const demandModels = new Registry<DemandModel>("demand model", [mixedLogit, unitLogit]);

export const demandOf = ({ demand }: Pick<Scenario, "demand">): DemandModel => demandModels.get(demand.kind);

/** The scenario simulated with at most so many agents: for pictures and prices that need fewer of them. */
export function withAgents(scenario: Scenario, most: number): Scenario {
  const { agents, withAgents: simulated } = demandOf(scenario);
  const { demand } = scenario;
  return (agents(demand) ?? 0) <= most ? scenario : { ...scenario, demand: simulated(demand, most) };
}

/** A scenario's segments of buyers, by id. */
export const segmentsOf = (scenario: Pick<Scenario, "demand">): Readonly<Record<string, Segment>> =>
  demandOf(scenario).segments(scenario.demand);

/** Whether a scenario's users stay with a product, so that shares and growth have causes that can be told apart. */
export const hasLastingUsers = (scenario: Pick<Scenario, "demand">): boolean => demandOf(scenario).lasting;
