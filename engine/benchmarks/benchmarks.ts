import { sum } from "../math/sum.ts";
import { demandOf } from "../demand/demand-model.ts";
import { openMarket } from "../market/open.ts";
import { phases, tick } from "../market/simulate.ts";
import type { Market, Model } from "../model/market.ts";
import { heldGame } from "../equilibrium/held.ts";
import type { PricingGame } from "../equilibrium/pricing-game.ts";
import { otherEquilibria } from "../equilibrium/all-equilibria.ts";
import { type Cartel, cartelPrices, profitGain } from "../equilibrium/cartel.ts";
import { type PriceEquilibrium, priceEquilibrium } from "../equilibrium/nash.ts";
import { arenas, ownership, type PricedMarket } from "../demand/priced-market.ts";
import { foreseeingGame } from "./foreseen.ts";

/** What a market's prices are held against on one day: long-run cost, competition, collusion. By product on sale. */
export interface Benchmarks {
  readonly products: readonly number[]; // market's product of each row
  readonly price: Float64Array; // as listed [money/Mtok, blended]
  readonly unitCost: Float64Array;
  readonly nash: Float64Array;
  readonly cartel: Float64Array; // unit cost and one markup common to an arena; NaN where not asked for
  readonly foreseen: Float64Array; // what sellers post who look ahead and mean to drive nobody out
  readonly equilibrium: PriceEquilibrium;
  /** Other equilibria that searches from elsewhere ended in, by price; empty where none were asked for. */
  readonly others: readonly Float64Array[];
  /**
   * (profit - Nash)/(cartel - Nash) of all vendors, at the listed prices and unlocked
   * demand; NaN without an equilibrium or a cartel.
   */
  readonly gain: number;
}

interface BenchmarkOptions {
  /** Vendors (by index) that price together, as after a merger. */
  readonly merge?: readonly number[];
  /** Products (by index) that keep their prices as they stand. */
  readonly hold?: readonly number[];
  /** From how many other prices to look for further equilibria; none unless asked for. */
  readonly starts?: number;
  /** Whether to price a cartel as well, which takes as long as competition does; it is unless told not to. */
  readonly collusion?: boolean;
  /** The market as a pricing game, where it is there already. */
  readonly priced?: PricedMarket;
}

const pricedOn = (model: Model, market: Market): PricedMarket => demandOf(model).priced(model, market);

/** Nash and cartel prices of the market as it stands, on demand in which everybody is free to choose. */
export function benchmarks(
  model: Model,
  market: Market,
  { merge = [], hold = [], starts = 0, collusion = true, priced = pricedOn(model, market) }: BenchmarkOptions = {},
): Benchmarks {
  const { game, products, price } = priced;
  const owner = ownership(model, products, merge);
  const held = (k: number) => hold.includes(products[k]);
  const equilibrium = equilibriumWith({ game, owner, price }, held);
  const ahead = foreseeingGame(model, market, priced, { nash: equilibrium.price, owner });
  const group = arenas(model, products);
  const cartel = collusion ? cartelPrices(game, group) : undefined;
  const others = starts > 0 ? othersWith({ game, owner, price }, held, { found: equilibrium, starts, group }) : [];
  const gain = ({ profit }: Cartel) => profitGain(sum(game.profits(price)), sum(equilibrium.profit), sum(profit));
  return {
    products,
    price,
    unitCost: game.cost,
    nash: equilibrium.price,
    cartel: cartel?.price ?? new Float64Array(game.goods).fill(NaN),
    foreseen: equilibriumWith({ game: ahead, owner, price }, held, equilibrium.price).price,
    equilibrium,
    others,
    gain: cartel && equilibrium.converged ? gain(cartel) : NaN,
  };
}

interface Whole {
  readonly game: PricingGame;
  readonly owner: Int32Array;
  readonly price: Float64Array;
}

/** The equilibrium of the prices that move, told for all. */
export function equilibriumWith(
  { game, owner, price }: Whole,
  held: (good: number) => boolean,
  start?: Float64Array,
): PriceEquilibrium {
  if (!price.some((_, k) => held(k))) return priceEquilibrium(game, owner, { start });
  const part = heldGame(game, owner, price, held);
  const from = start && Float64Array.from(part.free, (k) => start[k]);
  const found = priceEquilibrium(part.game, part.owner, { start: from });
  const full = part.all(found.price);
  const rest = Array.from(price, (_, k) => found.rest[part.free.indexOf(k)] ?? "interior");
  const cycle = found.cycle && { low: part.all(found.cycle.low), high: part.all(found.cycle.high) };
  return { ...found, price: full, profit: game.profits(full), rest, cycle };
}

/** Further equilibria; where some prices are held, of the others. */
function othersWith(
  { game, owner, price }: Whole,
  held: (good: number) => boolean,
  { found, starts, group }: Parameters<typeof otherEquilibria>[2],
): Float64Array[] {
  if (!price.some((_, k) => held(k)))
    return otherEquilibria(game, owner, { found, starts, group }).map((other) => other.price);
  const part = heldGame(game, owner, price, held);
  const own = { ...found, price: Float64Array.from(part.free, (k) => found.price[k]) };
  return otherEquilibria(part.game, part.owner, { found: own, starts }).map((other) => part.all(other.price));
}

/** Runs a market up to and including the given tick. Yields the share done. */
export function* marketAt(model: Model, at: number): Generator<number, Market> {
  const market = openMarket(model);
  while (market.tick < at) {
    tick(model, market);
    yield market.tick / (at + 1);
  }
  for (const phase of phases) phase(model, market); // the clock stays on that day
  return market;
}
