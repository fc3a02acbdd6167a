import { log, pow } from "../../math/elementary.ts";
import { lotteries, type MarkovPricingGame, type Triangular } from "./game.ts";

/**
 * Learning by doing: unit cost kappa min(e, m)^(log2 rho) falls with experience e, which a sale adds to and, perhaps,
 * forgetting takes from. Besanko, Doraszelski, Kryukov & Satterthwaite (2010), Econometrica 78, and, with entry and
 * exit, Besanko, Doraszelski & Kryukov (2014), AER 104.
 */
export interface LearningByDoing {
  readonly levels: number; // M
  readonly learned: number; // m: experience from which on cost falls no further
  readonly kappa: number; // cost without experience [money]
  readonly rho: number; // progress ratio: cost after a doubling over cost before
  readonly forgetting: number; // delta; a level is lost with probability 1 - (1 - delta)^e
  readonly value: number; // v, of the good [money]
  readonly outside: number; // value of buying nothing [money]; -Infinity: everybody buys
  readonly scale: number; // sigma
  readonly discount: number;
  /** Entry and exit: then level 0 is a potential entrant, who comes in at level 1. */
  readonly turnover?: { readonly scrap: Triangular; readonly setup: Triangular };
}

/** The game over experience levels (e1, e2); stateOf says where a pair is. */
export function learningGame(spec: LearningByDoing): MarkovPricingGame & { stateOf(e1: number, e2: number): number } {
  const { levels, learned, kappa, rho, turnover } = spec;
  const lowest = turnover ? 0 : 1;
  const width = levels + 1 - lowest;
  const stateOf = (e1: number, e2: number) => (e1 - lowest) * width + (e2 - lowest);
  const states = width * width;
  const first = (s: number) => Math.floor(s / width) + lowest;
  const second = (s: number) => (s % width) + lowest;
  const column = <T>(
    array: { from(x: { length: number }, f: (_: unknown, s: number) => number): T },
    f: (s: number) => number,
  ) => array.from({ length: states }, (_, s) => f(s));
  const bend = log(rho) / log(2);
  const moved = (s: number, sold1: number, sold2: number) =>
    cross(levelAfter(spec, first(s), sold1), levelAfter(spec, second(s), sold2), stateOf);
  return {
    states,
    stateOf,
    mirror: column(Int32Array, (s) => stateOf(second(s), first(s))),
    active: column(Uint8Array, (s) => (first(s) > 0 ? 1 : 0)),
    appeal: new Float64Array(states).fill(spec.value),
    cost: column(Float64Array, (s) => kappa * pow(Math.max(1, Math.min(first(s), learned)), bend)),
    outside: spec.outside,
    scale: spec.scale,
    discount: spec.discount,
    moves: {
      first: lotteries(states, (s) => moved(s, 1, 0)),
      second: lotteries(states, (s) => moved(s, 0, 1)),
      nobody: lotteries(states, (s) => moved(s, 0, 0)),
    },
    ...(turnover && { turnover: { ...turnover, after: afterTurnover(states, first, second, stateOf) } }),
  };
}

type Lottery = readonly (readonly [number, number])[];

/** Where a firm's experience goes after a period with or without a sale. */
function levelAfter({ levels, forgetting }: LearningByDoing, e: number, sold: number): Lottery {
  if (e === 0) return [[0, 1]];
  const lost = 1 - pow(1 - forgetting, e);
  if (sold === 1) {
    return e === levels
      ? [[e, 1]]
      : [
          [e + 1, 1 - lost],
          [e, lost],
        ];
  }
  return e === 1
    ? [[e, 1]]
    : [
        [e, 1 - lost],
        [e - 1, lost],
      ];
}

const cross = (a: Lottery, b: Lottery, stateOf: (e1: number, e2: number) => number): Lottery =>
  a.flatMap(([e1, p1]) => b.map(([e2, p2]) => [stateOf(e1, e2), p1 * p2] as const));

function afterTurnover(
  states: number,
  first: (s: number) => number,
  second: (s: number) => number,
  stateOf: (e1: number, e2: number) => number,
): Int32Array {
  const stays = (e: number, yes: boolean) => (yes ? Math.max(1, e) : 0);
  return Int32Array.from({ length: 4 * states }, (_, at) => {
    const [s, who] = [at >> 2, at & 3];
    return stateOf(stays(first(s), (who & 1) === 1), stays(second(s), (who & 2) === 2));
  });
}
