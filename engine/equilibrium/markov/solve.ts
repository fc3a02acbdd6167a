import { exp, log } from "../../math/elementary.ts";
import { lambertOfExp } from "../../math/lambert.ts";
import { expected, type MarkovPricingGame, triangularCdf, triangularExcess } from "./game.ts";

/** A symmetric Markov-perfect equilibrium: firm 1's columns by state; firm 2's are those of the mirrored state. */
export interface MarkovEquilibrium {
  readonly value: Float64Array; // V, before prices are set [money]
  readonly price: Float64Array; // NaN where firm 1 is not in the market
  readonly leave: Float64Array; // chance of leaving, or of not coming in, after a period that ends in this state
  readonly residual: number; // largest violation of Bellman equation, best reply or entry-exit rule
  readonly iterations: number;
  readonly converged: boolean;
}

/** Where the iteration begins. Several equilibria may exist: the start decides which is found. */
export interface MarkovStart {
  readonly value: Float64Array;
  readonly price: Float64Array;
  readonly leave: Float64Array;
}

interface MarkovOptions {
  readonly start?: MarkovStart;
  /** Weight of the new iterate at first, default 0.5; lowered where iterates go round in circles. */
  readonly damping?: number;
  readonly tolerance?: number; // on the undamped change, default 1e-11
  readonly most?: number; // iterations, default 60,000
}

/** Every value, price and leaving chance alike: the usual neutral start, price at a static markup over cost. */
export function uniformStart(game: MarkovPricingGame, value = 0, leave = 0.5): MarkovStart {
  return {
    value: new Float64Array(game.states).fill(value),
    price: game.cost.map((c, s) => (game.active[s] ? c + 2 * game.scale : NaN)),
    leave: new Float64Array(game.states).fill(game.turnover ? leave : 0),
  };
}

const CIRCLING = 0.01;
const PATIENCE = 1000;

/**
 * Damped Pakes-McGuire (1994) iteration: in every state firm 1's best reply to the present iterate, solved exactly,
 * then a step towards it. Yields now and then so that a long solve can be stopped.
 */
export function* solveMarkov(
  game: MarkovPricingGame,
  options: MarkovOptions = {},
): Generator<number, MarkovEquilibrium> {
  const { tolerance = 1e-11, most = 60_000 } = options;
  let damping = options.damping ?? 0.5;
  let [best, since, turns] = [Infinity, 0, 0];
  const last = new Float64Array(game.states);
  const start = options.start ?? uniformStart(game);
  const now = { value: start.value.slice(), price: start.price.slice(), leave: start.leave.slice() };
  const next = { value: now.value.slice(), price: now.price.slice(), leave: now.leave.slice() };
  const after = new Float64Array(game.states);
  let residual = Infinity;
  let iterations = 0;
  while (iterations < most && !(residual <= tolerance)) {
    residual = step(game, now, next, after);
    iterations++;
    for (let s = 0; s < game.states; s++) {
      now.value[s] += damping * (next.value[s] - now.value[s]);
      now.price[s] += damping * (next.price[s] - now.price[s]);
      now.leave[s] += damping * (next.leave[s] - now.leave[s]);
    }
    if (residual < 0.9 * best) [best, since, turns] = [residual, iterations, 0];
    turns += turnsBack(now, next, last) ? 1 : 0;
    // Far from rest, no nearer for long, and stepping back and forth: a cycle, which smaller steps break. (A slow drift
    // past a fold is no cycle and is left alone.)
    if (residual > CIRCLING && iterations - since > PATIENCE && turns > PATIENCE / 4) {
      [damping, best, since, turns] = [damping / 5, residual, iterations, 0];
    }
    if (iterations % 100 === 0) yield iterations / most;
  }
  return { ...now, residual, iterations, converged: residual <= tolerance };
}

/** Whether values step against their last step. `last` holds that step and takes this one. */
function turnsBack(now: MarkovStart, next: MarkovStart, last: Float64Array): boolean {
  let along = 0;
  for (let s = 0; s < last.length; s++) {
    const step = next.value[s] - now.value[s];
    along += step * last[s];
    last[s] = step;
  }
  return along < 0;
}

/** Runs a generator to its end. */
export function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** One round of best replies to `now`, into `next`; the largest change. `after` is scratch: U, after the sale. */
function step(game: MarkovPricingGame, now: MarkovStart, next: MarkovStart, after: Float64Array): number {
  let change = endOfPeriod(game, now, next, after);
  for (let s = 0; s < game.states; s++) {
    const { price, value } = bestReply(game, now.price, after, s);
    next.value[s] = value;
    next.price[s] = price;
    change = Math.max(change, Math.abs(value - now.value[s]));
    if (game.active[s]) change = Math.max(change, Math.abs(price - now.price[s]));
  }
  return change;
}

/**
 * U by state: what firm 1 expects at the end of a period, before turnover; and the rule by which it leaves or comes in.
 */
function endOfPeriod(game: MarkovPricingGame, now: MarkovStart, next: MarkovStart, after: Float64Array): number {
  const { discount, turnover, mirror, active } = game;
  if (!turnover) {
    for (let s = 0; s < game.states; s++) after[s] = discount * now.value[s];
    return 0;
  }
  let change = 0;
  for (let s = 0; s < game.states; s++) {
    const rivalLeaves = now.leave[mirror[s]];
    const alone = now.value[turnover.after[4 * s + 1]];
    const both = now.value[turnover.after[4 * s + 3]];
    const stay = discount * (rivalLeaves * alone + (1 - rivalLeaves) * both);
    const draw = active[s] ? turnover.scrap : turnover.setup;
    next.leave[s] = 1 - triangularCdf(draw, stay);
    after[s] = active[s]
      ? stay + triangularExcess(draw, stay) // the better of staying and scrap value
      : stay - draw.centre + triangularExcess(draw, stay); // the better of coming in and nothing
    change = Math.max(change, Math.abs(next.leave[s] - now.leave[s]));
  }
  return change;
}

/**
 * Firm 1's best price in state s given its rival's, and what it is worth. With D its chance of selling and
 * w what it expects when it does not sell, the condition is p - c + U(sell) - w = sigma/(1 - D): one
 * equation in one unknown, Lambert's.
 */
function bestReply(game: MarkovPricingGame, price: Float64Array, after: Float64Array, s: number) {
  const { appeal, cost, outside, scale, mirror, active, moves } = game;
  const rival = mirror[s];
  const rivalUtility = active[rival] ? (appeal[rival] - price[rival]) / scale : -Infinity;
  const top = Math.max(rivalUtility, outside / scale);
  const [sells, buysNothing] = top > -Infinity ? [exp(rivalUtility - top), exp(outside / scale - top)] : [0, 1];
  const other = sells / (sells + buysNothing); // the rival's chance when firm 1 does not sell
  const lost =
    (other > 0 ? other * expected(moves.second, s, after) : 0) +
    (other < 1 ? (1 - other) * expected(moves.nobody, s, after) : 0);
  if (!active[s]) return { price: NaN, value: lost };
  const won = expected(moves.first, s, after);
  const breakEven = cost[s] - won + lost;
  const inclusive = top + log(sells + buysNothing);
  const odds = lambertOfExp((appeal[s] - breakEven) / scale - 1 - inclusive); // D/(1 - D)
  const margin = scale * (1 + odds);
  return { price: breakEven + margin, value: lost + scale * odds };
}
