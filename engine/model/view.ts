import type { PricingGame } from "../equilibrium/pricing-game.ts";
import type { Meter } from "../scenario/scenario.ts";
import type { Price, TokenPrice } from "../price.ts";

/**
 * A vendor's market research: who earns what at any prices, on demand in which everybody is free to choose, and
 * rivals' prices as it believes them to be. It asks a sample of the population. Prices are one number a product,
 * blended [money/Mtok] or a subscription.
 */
export interface Survey {
  readonly game: PricingGame;
  readonly products: readonly number[]; // market's product of each good: those on sale
  readonly owner: Int32Array; // of each good
  readonly price: Float64Array; // its own as they are, rivals' as it sees them
}

/** What anybody can read off a vendor's price page. */
export interface PublicProduct {
  readonly id: string;
  readonly index: number;
  readonly vendor: string;
  readonly tier: string;
  readonly arena: string;
  readonly lnQuality: number;
  readonly tariff: Price;
  readonly meter: Meter;
  readonly price: number; // by its meter: blended [money/Mtok], of a user's week [money/week], of a million seconds
}

/** What only its owner knows besides. */
export interface OwnProduct extends PublicProduct {
  readonly live: boolean;
  readonly cost: TokenPrice; // long-run, at target load [money/Mtok]
  readonly unitCost: number; // of one sale, in the unit of its price
  readonly perSale: number; // what one sale stands for [Mtok]: 1, or what a user uses a week
  readonly tokens: number; // [Mtok/week], last tick
  readonly experience: number; // served since the start [Mtok]
  readonly profit: number; // revenue less cost of revenue [money/week], last tick
}

/** All a strategy ever sees: public prices as it sees them, its own books, its own research; never the market. */
export interface View {
  readonly tick: number;
  readonly day: number; // since the start
  readonly dt: number; // weeks between this vendor's decisions
  readonly daysLeft: number; // to the end of the scenario
  readonly own: readonly OwnProduct[]; // those this strategy prices
  readonly rivals: readonly PublicProduct[]; // live, on sale, of other vendors, as the information regime shows them
  readonly cash: number; // [money]
  readonly tokenShare: number; // of external tokens in its arenas, last tick [0-1]
  /** What selling one Mtok more is worth for the share it brings, in addition to its price [money/Mtok] (M-22). */
  readonly shareWorth: number;
  /** A uniform draw of this vendor's own luck, by name: the same name on the same tick gives the same draw. */
  draw(name: string): number;
  /**
   * A standard normal number of this vendor's own that wanders slowly, an AR(1) by weeks: what it misjudges, by name.
   */
  wander(name: string): number;
  /** How much more buyers of a product of its own trust another's than this one, on average [ln surplus]. */
  trustOver(own: PublicProduct, other: PublicProduct): number;
  /** Weeks a vendor's money lasts by its last published accounts; 0 once it has left the market, Infinity: for ever. */
  runway(vendor: string): number;
  /** Weeks its own money lasts at the burn of the last quarter. */
  ownRunway(): number;
  /**
   * Its market research: demand as it knows it, where each Mtok it sells is worth
   * `worth(product)` in addition to its price.
   */
  survey(worth?: (product: number) => number): Survey;
}
