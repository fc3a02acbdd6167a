import type { Meter } from "../price.ts";
import type { Text } from "../text/text.ts";
import type { MixedLogit, UnitLogit } from "./demand.ts";
import type { Tax, Vendor } from "./vendor.ts";

export type { Meter } from "../price.ts";
export type * from "./demand.ts";
export type * from "./vendor.ts";

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
  /** Which replication of seed 1 lies nearest the median of twenty: it comes first, and 0 takes its place. */
  readonly typical?: number;
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

export interface MarketCosts {
  readonly gpuPrice: Series; // [money/GPU h]
  readonly referenceGpuPrice: number; // at which cost curves are quoted [money/GPU h]
  readonly technology: Series; // growth of ln throughput per GPU hour, common to all [1/year]
  readonly level: number; // multiplies every unit cost [1]
  readonly cached: number; // cost of a cached input token over a fresh one, where a cost model is silent [1]
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
