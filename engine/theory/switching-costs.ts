import { log } from "../math/elementary.ts";
import { lotteries, type MarkovPricingGame } from "../equilibrium/markov/game.ts";
import { root } from "../math/search.ts";

/**
 * Two sellers, logit buyers, cost zero, everybody buys; a buyer pays s to leave its present supplier, and
 * sellers price by who that is. With r the insider's odds of selling, s = ln r + r - 1/r and prices follow in
 * closed form; s and prices in units of the taste scale. Economics as in Cabral (2016), “Dynamic pricing in
 * customer markets with switching costs”, Review of Economic Dynamics 20: bargains first, rip-offs later, and
 * average prices that first fall in s.
 */
export function switchingEquilibrium(s: number, beta: number) {
  const r = insiderOdds(s);
  const retention = r / (1 + r);
  const gap = r - 1 / r; // V_insider - V_outsider
  const insider = 1 + r - beta * gap;
  const outsider = 1 + 1 / r - beta * gap;
  // V_O = (1/r) + beta V_O: the outsider earns its static profit 1/r and keeps its value.
  const outsiderValue = 1 / r / (1 - beta);
  return {
    r,
    retention,
    insider,
    outsider,
    average: retention * insider + (1 - retention) * outsider,
    gap,
    insiderValue: outsiderValue + gap,
    outsiderValue,
  };
}

/** The odds r >= 1 with ln r + r - 1/r = s. */
const insiderOdds = (s: number): number => root((r) => log(r) + r - 1 / r - s, 1, 2 + s);

/**
 * Where the average price is lowest, pbar(r) = r(1-b) + (1+b)/r, and where it is back at
 * its level without switching costs.
 */
export function cheapestSwitching(beta: number) {
  const r = Math.sqrt((1 + beta) / (1 - beta));
  const back = (1 + beta) / (1 - beta); // pbar(r) = 2 = pbar(1): the other root
  const cost = (x: number) => log(x) + x - 1 / x;
  return { r, cost: cost(r), price: r * (1 - beta) + (1 + beta) / r, backAt: cost(back) };
}

/** Two periods: rivals compete for locked-in buyers' rents at first; then those are collected. */
export function twoPeriodSwitching(s: number, beta: number) {
  const later = switchingEquilibrium(s, 0);
  return { first: 2 - beta * later.gap, insider: later.insider, outsider: later.outsider, average: later.average };
}

/** The same market as a game for the general Markov solver: state 0, firm 1 is the insider; state 1, its rival is. */
export function switchingGame(s: number, beta: number): MarkovPricingGame {
  return {
    states: 2,
    mirror: Int32Array.of(1, 0),
    active: Uint8Array.of(1, 1),
    appeal: Float64Array.of(0, -s),
    cost: new Float64Array(2),
    outside: -Infinity,
    scale: 1,
    discount: beta,
    moves: {
      first: lotteries(2, () => [[0, 1]]),
      second: lotteries(2, () => [[1, 1]]),
      nobody: lotteries(2, (state) => [[state, 1]]),
    },
  };
}
