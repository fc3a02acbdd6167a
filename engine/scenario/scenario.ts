import type { ListedPrice, Meter, MeterPart } from "../price.ts";
import type { Text } from "../text/text.ts";

/**
 * A scenario as the engine takes it: plain data, validated, every number in its canonical unit.
 * `schema.ts` says what a file may hold; `read.ts` turns a file into this. Money is the scenario's currency throughout.
 */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly description?: Text;
  readonly clock: Clock;
  readonly currency: string;
  readonly fx: Readonly<Record<string, number>>; // money per unit of another currency
  readonly sources: Readonly<Record<string, Source>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly arenas: Readonly<Record<string, { readonly meter: Meter; readonly label?: Text }>>;
  readonly rules: Rules;
  readonly demand: MixedLogit | UnitLogit;
  readonly costs: MarketCosts;
  /** Parameters shared by every vendor that follows a strategy: one rule for all; a vendor overrides only its own. */
  readonly strategies: { readonly [kind: string]: Parameters | undefined };
  readonly vendors: Readonly<Record<string, Vendor>>;
  readonly events: readonly MarketEvent[];
  readonly levers: readonly Lever[];
  /** Mechanisms switched off, by the source article's id (M-1 to M-24). */
  readonly off: readonly string[];
  readonly expect: readonly Expectation[];
  /** How it was played, where people did. */
  readonly game?: GameRecord;
}

/** What a game's file says in addition to its moves, which are events and players' prices. */
export interface GameRecord {
  readonly base: string; // the scenario it was played on
  readonly rivals: "easy" | "fair" | "hard";
  readonly quarters: number; // 13 weeks each
  readonly played: number; // of them, so far
  readonly goal: "profit" | "share" | "value";
  readonly seed: string;
  readonly seats: readonly { readonly vendor: string; readonly team?: string }[];
}

/** What binds every vendor's own decisions; events are facts and exempt. */
export interface Rules {
  readonly belowCost: boolean; // whether a price may lie below long-run unit cost
  readonly largestCut: number; // of one move [0-1]; 1: no limit (M-15)
  readonly tax?: Tax; // on every vendor's sales that states none of its own
}

/** What buyers pay the state on top of what vendors ask; nothing is due on what is free. */
export interface Tax {
  readonly rate: number; // of the price asked [1]
  readonly perMtok: number; // [money/Mtok]
  readonly perMonth: number; // [money/month]
  readonly perSecond: number; // [money/second]
}

/** How a vendor decides, whatever its strategy. */
export interface Conduct {
  readonly shareWeight: number; // value of a percentage point of token share, as a share of its revenue (M-22)
  readonly largestCut: number; // of one move [0-1]; 1: no limit (M-15)
  readonly everyDays: number; // decides on every so-many-th day
  readonly sees: "now" | "never"; // whether it sees rivals' prices
  readonly sightLag: number; // days old what it sees is
  readonly sightNoise: number; // sd of what it misreads, ln price; wanders slowly
}

export type Parameters = Readonly<Record<string, unknown>>;
export type IsoDate = string; // YYYY-MM-DD
/** A number, or a path through dated points (steps: a value holds from its date on). */
export type Series = number | { readonly at: readonly IsoDate[]; readonly value: readonly number[] };

export interface Source {
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly basis?: "seed" | "public" | "calibrated" | "assumption" | "unverified";
}

export interface Clock {
  readonly start: IsoDate;
  readonly end: IsoDate; // last recorded day
  readonly tickDays: number; // 1 or 7
  /** Weekly ticks at initial prices, not recorded: without them the start-up looks like growth. */
  readonly burnInWeeks: number;
}

/** Discrete-continuous demand of heterogeneous agents with lasting tastes. */
export interface MixedLogit {
  readonly kind: "mixed-logit";
  readonly agents: number; // how many are simulated
  readonly population: number; // how many developer teams, enterprises and users they represent
  readonly mu: number; // scale of tastes [ln surplus]
  readonly valueLevel: number; // multiplies every agent's value per token [1]
  /** The cost of adopting over satiation value, phi [1, ln]. */
  readonly fixedCost: { readonly median: number; readonly sd: number };
  readonly entry: boolean; // whether non-users adopt at all after the start (M-9)
  readonly sunk: number; // ln phi forgiven to whoever has adopted
  readonly volume: { readonly level: number; readonly slope: number; readonly sd: number; readonly tilt: number };
  readonly outputShare: { readonly from: number; readonly to: number }; // of an agent's tokens, uniform
  readonly ramp: { readonly weeks: number; readonly start: number };
  readonly loyalty: { readonly weeks: number; readonly sameVendor: number }; // theta, rho
  readonly growth: Series; // of ln satiation volume [1/year]
  readonly awareness: {
    readonly start: number;
    readonly innovate: number;
    readonly imitate: number;
    readonly news: number;
  };
  readonly news: {
    readonly decay: number;
    readonly saturation: number;
    readonly offset: number;
    readonly band: number;
    readonly salience: Readonly<Record<string, number>>;
  };
  /** How a vendor draws in more users as it has more: kappa, decay a week, scale of the user share. */
  readonly ecosystem: { readonly weight: number; readonly decay: number; readonly scale: number };
  readonly tasteLife: number | null; // weeks a taste lasts; null: for ever
  /** The expected fall of prices [ln/year], and how fast it learns [1/week]. */
  readonly expectations: { readonly start: number; readonly adapt: number };
  readonly segments: Readonly<Record<string, Segment>>;
}

/** What is said of a segment besides: the parts of its tokens that meters of their own bill [0-1]. */
export interface Segment extends Readonly<Record<MeterPart, number>> {
  readonly label: Text;
  readonly arena: string; // agents choose among the products of their arena
  readonly weight: number; // share of agents
  readonly lnV: { readonly mean: number; readonly sd: number }; // ln of value density [ln money/Mtok]
  readonly lnX: number; // ln of satiation volume against `volume.level`
  readonly qualityFloor: readonly { readonly share: number; readonly atLeast: number | null }[];
  readonly switching: { readonly mean: number; readonly sd: number }; // s_i [ln surplus]
  readonly attention: { readonly base: number; readonly news: number }; // hazards of reconsidering [1/week]
  readonly adoption: { readonly base: number; readonly news: number }; // hazards of considering at all [1/week]
  readonly side: "business" | "consumer"; // B end or C end
  readonly growth: Series | null; // of ln satiation volume [1/year]; null: the market's
  /** Agents who use two vendors, and the volume that goes to the second. */
  readonly multihoming: { readonly share: number; readonly volume: number };
  /** Off list, rising with the gap to the cheapest comparable rival (M-18). */
  readonly discount: { readonly base: number; readonly slope: number; readonly most: number; readonly band: number };
  readonly waiting: number; // how far expected cuts delay adoption [years] (M-18)
  /** Dislike chi [ln surplus], and extra attention at full congestion [1/week]. */
  readonly congestion: { readonly dislike: number; readonly hazard: number };
  readonly deferrable: number; // share of peak-hour use that can wait for off-peak hours (M-8)
}

export type { Meter } from "../price.ts";

/** The textbook market: unit demand, u = (a - p)/mu, outside a0/mu. */
export interface UnitLogit {
  readonly kind: "unit-logit";
  readonly mu: number; // [money/Mtok]
  readonly a0: number; // value of buying nothing [money/Mtok]; very negative = no outside option
  readonly size: number; // [Mtok/week]
  readonly exact: boolean; // closed-form shares; otherwise `agents` with drawn tastes
  readonly agents: number;
}

export interface MarketCosts {
  readonly gpuPrice: Series; // [money/GPU h]
  readonly referenceGpuPrice: number; // at which cost curves are quoted [money/GPU h]
  readonly technology: Series; // growth of ln throughput per GPU hour, common to all [1/year]
  readonly level: number; // multiplies every unit cost [1]
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
  readonly trustBy: Readonly<Record<string, number>>; // further trust by segment [ln surplus]
  readonly credits: { readonly amount: number; readonly from: IsoDate | null }; // for new customers [Mtok] (M-16)
  /** The tariff, and the share of use in those hours (M-8). */
  readonly offPeak: { readonly discount: number; readonly hours: number; readonly from: IsoDate | null };
  readonly fleet: FleetPlan | null; // null: capacity is bought as it is used
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
  readonly quota: number; // [Mtok/week]
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

export interface MarketEvent extends Parameters {
  readonly date: IsoDate;
  readonly kind: string;
  readonly note?: Text;
}

/** A slider: one number that sets one path or several in proportion. */
export interface Lever {
  readonly id: string;
  readonly label: Text;
  readonly unit: Text;
  readonly group: "war" | "cost" | "demand" | "money";
  readonly paths: readonly { readonly path: string; readonly times: number }[];
  readonly range: readonly [number, number];
  readonly plausible: readonly [number, number];
  readonly scale: "linear" | "log";
  readonly basis: "public" | "calibrated" | "assumption";
  readonly note?: Text;
}

export interface Expectation {
  readonly claim: Text;
  readonly metric: string;
  readonly at: IsoDate;
  readonly below?: number;
  readonly above?: number;
  readonly seeds: number;
}
