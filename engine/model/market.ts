import type { Text } from "../text/text.ts";
import type {
  Meter,
  MarketEvent,
  MixedLogit,
  Scenario,
  Segment,
  StrategyChoice,
  Tax,
  UnitLogit,
  Vendor,
  Product,
} from "../scenario/scenario.ts";
import type { Offers } from "./offers.ts";
import type { FundingState, Accounts, Fleet, Spillover, ResearchState } from "./vendor.ts";
import type { Crew } from "./crew.ts";
import type { PublicProduct } from "./view.ts";
import type { PerMeter, Price } from "../price.ts";
import type { Plan, Window } from "../scenario/tariff.ts";
import type { OpenTariff } from "../tariff/open-tariff.ts";
import type { PromptPoint } from "../tariff/prompts.ts";
import type { Bills } from "../tariff/spend.ts";

/**
 * The nouns. A **model** is a compiled scenario and never changes; a **market** is everything that does, and is plain
 * data, so that a run can be saved, forked at a tick, and moved between threads by structuredClone.
 */
export interface Model {
  readonly scenario: Scenario;
  readonly demand: MixedLogit | UnitLogit;
  readonly seed: number; // key word of all draws
  readonly startDay: number; // day number of tick 0
  readonly ticks: number;
  readonly burnInTicks: number; // weekly
  readonly tickDays: number;
  readonly dt: number; // weeks per tick
  readonly longestSight: number; // ticks back that some vendor's view of rivals reaches
  readonly vendors: readonly VendorSpec[];
  readonly products: readonly ProductSpec[];
  readonly vendorOf: Int16Array; // product -> vendor
  readonly segments: readonly SegmentSpec[];
  readonly crew: Crew; // who run this market together; each looks after a part of the buyers
  readonly gpuPrice: Float64Array; // [money/GPU h] by tick
  readonly technology: Float64Array; // throughput per GPU hour against the start, by tick
  readonly events: readonly (readonly MarketEvent[])[]; // by tick
  readonly notes: readonly Text[]; // what compiling left out, e.g. events cut off by --weeks
}

export interface VendorSpec {
  readonly id: string;
  readonly index: number;
  readonly vendor: Vendor;
  readonly products: readonly number[];
  readonly fleetUse: Float64Array; // of the capacity paid for, by tick (0-1]
  readonly captive: Float64Array; // [Mtok/week] by tick
  readonly sightTicks: number; // how old what it sees of rivals is
  readonly strategies: readonly AssignedStrategy[];
}

/** A strategy with its parameters resolved, and the products it sets prices for. */
export interface AssignedStrategy {
  readonly kind: string;
  readonly parameters: StrategyChoice;
  readonly products: readonly number[];
  readonly from: number; // ticks that it is in force, until the one before `until`
  readonly until: number;
}

export interface ProductSpec {
  readonly id: string; // vendor.product
  readonly index: number;
  readonly vendor: number;
  readonly owner: number; // vendor that sets its price and earns its profit
  readonly product: Product;
  readonly hash: number; // its name in random draws
  readonly meter: Meter;
  readonly launchTick: number; // -1: before the start
  readonly cost: unknown; // prepared by its cost model
  readonly plan: Plan | null; // null: where it is one, it has no limit
  readonly perTask: PerTask | null; // null: a task needs the usual number of tokens
}

/** Tokens a task needs over the usual number, by tick. */
export interface PerTask {
  readonly input: Float64Array;
  readonly output: Float64Array;
}

export interface SegmentSpec {
  readonly id: string;
  readonly index: number;
  readonly segment: Segment;
  readonly products: readonly number[]; // of its arena
  readonly meter: Meter;
  readonly represented: number; // agents it stands for at the start
  readonly points: readonly PromptPoint[]; // lengths of its prompts
  readonly context: number; // prompts held in memory, over usual ones [1]
  readonly outputShare: number; // of its tokens, on average
  readonly volumes: Bills; // monthly tokens of its buyers [Mtok/month]
  readonly windows: Readonly<Record<Window, number>>; // full ones in a week of its use
  readonly arrivals: readonly { readonly day: number; readonly share: number }[]; // later ones, as shares of those
}

export interface Market {
  tick: number; // negative during burn-in
  day: number; // days since the start; negative during burn-in
  news: number; // stock of price news
  gpuPrice: number; // [money/GPU h]
  technology: number; // throughput per GPU hour against the start
  readonly shifts: { gpuPrice: number; technology: number }; // factors left by events
  readonly serving: unknown[]; // product: what its cost model prepared, changed by technology events
  readonly spillovers: Spillover[]; // advances that others are learning
  readonly products: ProductColumns;
  readonly offers: Offers;
  sentiment: number; // investors', the sector's gross margin against the start
  sectorMargin: number; // gross margin at the start; NaN until there is revenue
  readonly expectations: { fall: number }; // fall of prices people expect [ln/year]
  readonly vendors: VendorState[];
  readonly flows: Flows; // this tick's
  readonly floor: { input: number; output: number }; // no list price may lie below [money/Mtok]
  readonly refunds: Float64Array; // product: given back this tick [money]
  readonly taxes: Tax[]; // vendor: on its sales
  readonly outages: { readonly product: number; readonly until: number }[]; // what is down, and until which day
  readonly moves: Move[]; // every list-price change so far
  readonly listings: (readonly PublicProduct[])[]; // price lists of the last days, for vendors that see them late
}

/** One row a product. */
export interface ProductColumns {
  readonly live: Uint8Array; // 1 = on sale
  readonly price: PerMeter<Float64Array>; // as listed [money/Mtok]
  readonly lnQuality: Float64Array;
  readonly trust: Float64Array; // tau [ln surplus]
  readonly cost: PerMeter<Float64Array>; // long-run unit cost at target load [money/Mtok]
  readonly costFactors: Float64Array; // product x [hardware, technology, learning, scale, scheduling]
  readonly cumulative: Float64Array; // tokens served since the start [Mtok]
  readonly tariff: (OpenTariff | null)[]; // null: list prices alone
  readonly tariffs: Int32Array; // how many it has had: tells one from the next
  readonly quota: Float64Array; // free allowance [Mtok/window]; 0: none
  readonly quotaWindow: Window[]; // over what it counts
  readonly payBeyond: Uint8Array; // 1 = a standing allowance; 0 = the quota binds while the list price is 0
  readonly stale: Uint8Array; // 1 = price or quality changed: its users' volumes must be recounted
}

export interface VendorState {
  alive: boolean;
  cash: number; // [money]; Infinity for a parent's purse
  purse: number; // what a parent will still put in [money]
  profit: number; // of this tick, after everything [money/week]
  outlays: number; // R&D and operating cost outside the API [money/week]
  readonly research: ResearchState | null;
  readonly funding: FundingState | null;
  ecosystem: number; // applications built on the platform, index
  efficiency: number; // own learning, multiplies throughput [1]
  technology: number; // own advances by events, multiplies throughput [1]
  credit: number; // new-customer credit on offer [Mtok]
  load: number; // mean use over provisioned capacity that costs are computed at [0-1]
  flattening: number | null; // how much flatter its week is by its tariffs of hours; null: it has none
  offPeak: number; // discount in off-peak hours [1]
  readonly accounts: Accounts; // what it last published
  readonly fleet: Fleet | null; // null: capacity is bought as it is used
  fulfilment: number; // part of demand served last tick [0-1]
  congestion: number; // part turned away [0-1]
  captiveCost: number; // of serving the vendor's own products, this tick [money/week]
  revenue: number; // flows of this tick, per week [money/week]
  costOfRevenue: number;
  idleCost: number; // part of it that is paid for capacity nobody used [money/week]
  readonly memory: unknown[]; // one per assigned strategy, plain data
}

/** Flows of one tick, per week. */
export interface Flows {
  readonly users: Float64Array; // segment x product, represented agents
  readonly tokensInput: Float64Array; // segment x product [Mtok/week]
  readonly tokensOutput: Float64Array;
  readonly freeInput: Float64Array; // segment x product, tokens within allowances [Mtok/week]
  readonly freeOutput: Float64Array;
  readonly off: Float64Array; // segment x product, what own terms by volume take off bills at mean ones [money/week]
  readonly surplus: Float64Array; // segment x product, consumer surplus [money/week]
  readonly routed: Float64Array; // segment x product, tokens of tasks that a dearer product's users sent [Mtok/week]
  readonly joined: Float64Array; // product: new adopters [agents/week]
  readonly left: Float64Array; // product: who stopped using any [agents/week]
  readonly switchedIn: Float64Array; // product [agents/week]
  readonly switchedOut: Float64Array;
  readonly movedAgents: Int32Array; // (1 + product) x (1 + product), from x to, 0 = no product: agents this tick
  readonly movedUsers: Float64Array; // the same: whom they stand for [represented agents]
  readonly credits: Float64Array; // vendor: new-customer credits granted [money/week]
  readonly credited: Float64Array; // segment: the same, by whose use they pay for [money/week]
  readonly volume: Float64Array; // change of tokens by cause: more use, new, left, switching [Mtok/week]
  readonly revenue: Float64Array; // product, net of tax [money/week]
  readonly tax: Float64Array; // segment: within what it pays [money/week]
  readonly cost: Float64Array; // product, cost of revenue [money/week]
  aware: number; // represented agents who know such products exist
}

export interface Move {
  readonly tick: number;
  readonly product: number;
  readonly from: Price;
  readonly to: Price;
  readonly rule: string; // strategy or event kind
  readonly because: string; // machine-readable reason, e.g. "gap:deepseek.v2"
}
