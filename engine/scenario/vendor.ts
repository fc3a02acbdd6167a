import type { ListedPrice } from "../price.ts";
import type { Text } from "../text/text.ts";
import type { IsoDate, Parameters, Series } from "./scenario.ts";
import type { Plan, Tariff, Window } from "./tariff.ts";

/** How a vendor decides, whatever its strategy. */
export interface Conduct {
  readonly shareWeight: number; // value of a percentage point of token share, as a share of its revenue (M-22)
  readonly largestCut: number; // of one move [0-1]; 1: no limit (M-15)
  readonly everyDays: number; // decides on every so-many-th day
  readonly sees: "now" | "never"; // whether it sees rivals' prices
  readonly sightLag: number; // days old what it sees is
  readonly sightNoise: number; // sd of what it misreads, ln price; wanders slowly
}

/** What buyers pay the state on top of what vendors ask; nothing is due on what is free. */
export interface Tax {
  readonly rate: number; // of the price asked [1]
  readonly perMtok: number; // [money/Mtok]
  readonly perMonth: number; // [money/month]
  readonly perSecond: number; // [money/second]
}

export interface Vendor {
  readonly name: Text;
  readonly short?: Text;
  readonly owner?: string; // vendor that prices its products and takes its profits; the brand stays
  readonly tax?: Tax; // on its sales, instead of the market's
  readonly trust: number; // tau, brand and trust [ln surplus]
  readonly reach: number; // how far its announcements carry [1]
  readonly load: number; // mean use over provisioned capacity [0-1]
  readonly cash: number | null; // [money]; null: a parent's purse that never empties
  readonly purse: number; // what a parent will put in once cash is gone [money]
  readonly research: ResearchPlan | null;
  readonly funding: FundingPlan | null;
  readonly outlays: number; // R&D and operating cost outside the API [money/week]
  readonly inProportion?: boolean; // fixed spending no larger than the market it opens in
  readonly trustBy: Readonly<Record<string, number>>; // further trust by segment [ln surplus]
  readonly credits: { readonly amount: number; readonly from: IsoDate | null }; // for new customers [Mtok] (M-16)
  /** The tariff, and the share of use in those hours (M-8). */
  readonly offPeak: { readonly discount: number; readonly hours: number; readonly from: IsoDate | null };
  readonly fleet: FleetPlan | null; // null: capacity is bought as it is used
  readonly fleetUse: Series; // use of the capacity it pays for, over what its target load needs (0-1]
  readonly captive: Series; // first-party demand [Mtok/day]; costs and learning, no external share
  readonly conduct: Conduct;
  readonly strategy: StrategyChoice;
  readonly products: Readonly<Record<string, Product>>;
}

/** R&D (M-7, M-19, M-20). */
export interface ResearchPlan {
  readonly spend: number; // at a margin of 0 and no uncertainty [money/week]
  readonly reference: number; // spend that makes `arrivals` improvements a year [money/week]
  readonly returns: number; // psi, elasticity of arrivals to spend
  readonly arrivals: number; // lambda0 [1/year]
  readonly step: number; // mean improvement [ln g]
  readonly catchUp: number; // of the distance to the frontier [1/year]
  readonly openBoost: number; // times that where the leader's weights are open
  readonly efficiency: number; // growth of ln throughput at reference spend [1/year]
  readonly marginPull: number; // a: how the budget follows margins
  readonly caution: number; // b: how it shrinks with their standard deviation
}

/** Rounds of a start-up (M-17). */
export interface FundingPlan {
  readonly round: number; // [money]
  readonly rounds: number; // a year, in an average mood
  readonly growthPull: number; // per ln of yearly revenue growth
  readonly burnPush: number; // per round burnt a year
  readonly sentimentPull: number; // per point of the sector's gross margin gained since the start
  readonly tolerance: number; // cumulative loss investors tolerate [money]
}

/** GPUs leased ahead of demand. */
export interface FleetPlan {
  readonly gpus: number | null; // at the start; null: what the start's demand needs at the target load
  readonly leadWeeks: number; // from order to use
  readonly planWeeks: number; // over which growth is judged
  readonly ceiling: number; // of use over capacity, beyond which requests are turned away [0-1]
  readonly releasePerWeek: number; // part of what is too much that a week's ends of leases give back
  readonly leastPerProduct: number; // GPUs of one replica
}

export interface StrategyChoice extends Parameters {
  readonly kind: string;
}

export interface Product {
  readonly name?: Text;
  readonly owner?: string; // vendor it is sold to; absent: its own vendor's
  readonly tier: string;
  readonly arena: string;
  readonly launch: IsoDate | "never" | null; // null: on the market before the start
  readonly reference: boolean; // listed, not on sale, nobody's rival
  readonly quality: number; // ln g
  readonly appeal: number; // a_j of the textbook market [money/Mtok]
  readonly price: ListedPrice;
  readonly tariff: Tariff | null; // how the list becomes a bill; null: as listed
  readonly tokensPerTask: Series; // over what a task usually needs [1]
  readonly outputPerTask: Series; // the same of output alone, on top: reasoning, verbosity [1]
  readonly plan?: Plan; // a subscription among products billed by the token
  readonly free?: Allowance;
  readonly fit: Readonly<Record<string, number>>; // by segment, how far it meets the need; 0: not sold (M-10)
  readonly only?: readonly string[]; // segments it is sold to; absent: all of its arena
  readonly fitRate: number; // how fast use improves the fit [1/week at full use]
  readonly openWeights?: OpenWeights;
  readonly cost: CostChoice;
  readonly strategy?: StrategyChoice; // where a product has its own
}

/** M-16. With `stop` the quota binds while the list price is 0; with `pay` it is a standing allowance. */
export interface Allowance {
  readonly quota: number; // [Mtok/window]; a rate by the day without a window is pooled over the week
  readonly every: Window;
  readonly beyond: "pay" | "stop";
}

/** M-23. From `date` on, others may serve the same weights: cost-plus, less trusted. */
export interface OpenWeights {
  readonly date: IsoDate;
  readonly hosts: number;
  readonly delayDays: number; // from the release to the first host, and between hosts
  readonly trust: number; // [ln surplus]
  readonly margin: number; // gross margin they price at
  readonly load: number;
}

export interface CostChoice extends Parameters {
  readonly kind: string;
}
