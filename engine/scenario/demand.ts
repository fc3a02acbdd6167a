import type { MeterPart } from "../price.ts";
import type { Text } from "../text/text.ts";
import type { Series } from "./scenario.ts";
import type { TrafficLaw } from "./traffic.ts";

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
  readonly also: readonly string[]; // further arenas they look at
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
  readonly traffic: TrafficLaw;
}

/** A kind of buyers of the textbook market; null: as the demand has it. */
interface UnitBuyers {
  readonly share: number; // of all buyers
  readonly mu: number | null;
  readonly a0: number | null;
  readonly loyalty: number | null;
  readonly appeal: Readonly<Record<string, number>>; // by product, where it is another than the product's own
}

/** The textbook market: unit demand, u = (a - p)/mu, outside a0/mu. */
export interface UnitLogit {
  readonly kind: "unit-logit";
  readonly mu: number; // [money/Mtok]
  readonly a0: number; // value of buying nothing [money/Mtok]; very negative = no outside option
  readonly loyalty: number; // what the product bought last tick is worth more [money/Mtok]
  readonly network: number; // what a product that all buy is worth more than one nobody buys [money/Mtok]
  readonly types: Readonly<Record<string, UnitBuyers>>;
  readonly size: number; // [Mtok/week]
  readonly exact: boolean; // closed-form shares; otherwise `agents` with drawn tastes
  readonly agents: number;
}
