import { exp } from "../math/elementary.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model } from "../types.ts";
import { blockOf, forBlocks } from "./blocks.ts";
import { inputPrice } from "./tables.ts";

/**
 * The running account of use. An agent that pays p for quality g uses x = X growth ramp exp(-p/(v g)), where
 * ramp = 1 - (1 - r0) exp(-age/rampWeeks). Growth is common and the age term fades by one factor a tick, so a product's
 * volume is growth (S1 - (1 - r0) S2): two sums that change only when somebody moves or a price does.
 * Sums are kept by block of agents of one segment and added up in order, so no split over workers shows.
 */
/** Columns of a ledger row. Each of the last four comes twice: at full ramp, and its part still faded by age. */
const USERS = 0;
const TOKENS = 1;
const OUTPUT = 3;
const VALUE = 5; // gross value w X v g exp(-p/(v g)) [money/week]
const FIXED = 7; // fixed cost w X v phi [money/week]
export const COLUMNS = 9;

/** Aged by `days`, newcomers' use ramps up. */
export function ageUse(model: Model, market: Market, days: number): void {
  const { ledger } = market.agents;
  const fade = fading(model, days);
  for (let row = 0; row < ledger.length; row += COLUMNS) {
    for (let c = TOKENS + 1; c < COLUMNS; c += 2) ledger[row + c] *= fade;
  }
}

/** Enters agent i, of segment s, as a user of product j at today's price. */
export function enter(model: Model, market: Market, i: number, s: number, j: number): void {
  const { population: p, segments } = model;
  const { lnQuality, output } = market.products;
  const o = p.outputShare[i];
  const price = (1 - o) * inputPrice(market, segments[s], j) + o * output[j];
  const g = exp(lnQuality[j]);
  market.agents.use[i] = p.weight[i] * p.volume[i] * exp(-price / (p.value[i] * g));
  post(model, market, i, s, j, 1);
}

/** Takes agent i out of product j, as it stands in the ledger. */
export function remove(model: Model, market: Market, i: number, s: number, j: number): void {
  post(model, market, i, s, j, -1);
}

/** Recounts one product's users, after its price or quality changed or to shed rounding. */
export function recount(model: Model, market: Market, j: number): void {
  const { held, ledger } = market.agents;
  forBlocks(model.population, (s, from, to, block) => {
    const row = (block * model.products.length + j) * COLUMNS;
    ledger.fill(0, row, row + COLUMNS);
    for (let i = from; i < to; i++) if (held[i] === j) enter(model, market, i, s, j);
  });
}

/** What agent i uses, as entered and ramped [Mtok/week at the start's volume]. */
export function usage(model: Model, market: Market, i: number): number {
  const youth = 1 - (model.demand as MixedLogit).ramp.start;
  return market.agents.use[i] * (1 - youth * fading(model, market.day - market.agents.adopted[i]));
}

/** Volume of product j over all segments, ramped [Mtok/week at the start's volume]. */
export function productUse(model: Model, market: Market, j: number): number {
  const youth = 1 - (model.demand as MixedLogit).ramp.start;
  const { ledger } = market.agents;
  let sum = 0;
  forBlocks(model.population, (_s, _from, _to, block) => {
    const row = (block * model.products.length + j) * COLUMNS;
    sum += ledger[row + TOKENS] - youth * ledger[row + TOKENS + 1];
  });
  return sum;
}

/** Adds up the blocks: users, tokens and surplus by segment and product, with growth, into the tick's flows. */
export function totalUse(model: Model, market: Market, growth: number): void {
  const { flows, agents, products } = market;
  const n = model.products.length;
  const youth = 1 - (model.demand as MixedLogit).ramp.start;
  const g = Float64Array.from(products.lnQuality, exp);
  for (const column of [flows.users, flows.tokensInput, flows.tokensOutput, flows.surplus]) column.fill(0);
  forBlocks(model.population, (s, _from, _to, block) => {
    for (let j = 0; j < n; j++) {
      const row = (block * n + j) * COLUMNS;
      if (agents.ledger[row + USERS] <= 0) continue;
      const ramped = (c: number) => growth * (agents.ledger[row + c] - youth * agents.ledger[row + c + 1]);
      const to = s * n + j;
      const out = ramped(OUTPUT);
      flows.users[to] += agents.ledger[row + USERS];
      flows.tokensOutput[to] += out;
      flows.tokensInput[to] += ramped(TOKENS) - out;
      flows.surplus[to] += ramped(VALUE) * g[j] - ramped(FIXED);
    }
  });
}

/** exp(-age/rampWeeks): how much of the start-up shortfall is left after `days`. */
const fading = (model: Model, days: number) => exp(-days / (7 * (model.demand as MixedLogit).ramp.weeks));

function post(model: Model, market: Market, i: number, s: number, j: number, sign: number): void {
  const { population: p, products } = model;
  const { ledger, use, adopted } = market.agents;
  const row = (blockOf(p, i, s) * products.length + j) * COLUMNS;
  const faded = fading(model, market.day - adopted[i]);
  const tokens = sign * use[i];
  const fixed = sign * p.weight[i] * p.volume[i] * p.value[i] * p.fixedCost[i];
  ledger[row + USERS] += sign * p.weight[i];
  ledger[row + TOKENS] += tokens;
  ledger[row + TOKENS + 1] += tokens * faded;
  ledger[row + OUTPUT] += tokens * p.outputShare[i];
  ledger[row + OUTPUT + 1] += tokens * p.outputShare[i] * faded;
  ledger[row + VALUE] += tokens * p.value[i];
  ledger[row + VALUE + 1] += tokens * p.value[i] * faded;
  ledger[row + FIXED] += fixed;
  ledger[row + FIXED + 1] += fixed * faded;
}
