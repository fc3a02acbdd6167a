import { asPlayed, type Game, gameScenario, outcomesOf, pricedAt, searchDimensions, type SeatMove, seatMoves, unpriced, wholeProfit, withoutMove } from "../engine/game/index.ts"; // prettier-ignore
import { minimise, pairedDifference, type PairedDifference, type Scenario } from "../engine/index.ts";
import type { Job, Measurer } from "./runner.ts";
import { driveSearch } from "./search.ts";

/** What a seat learns after a game. Parts come one after another; what is not there yet is null. Money. */
export interface Debrief {
  readonly own: Outcome;
  readonly nash: Outcome | null; // everybody at static Nash prices
  readonly cartel: Outcome | null; // everybody at the prices of one common owner
  readonly moves: readonly MoveEffect[] | null;
  readonly best: { readonly outcome: Outcome; readonly game: Game; readonly tried: number } | null;
}

export interface Outcome {
  readonly profit: number;
  readonly share: number; // of tokens, at the end
}

/** What a move brought: as played less without it, over paired draws. */
export interface MoveEffect {
  readonly move: SeatMove;
  readonly profit: PairedDifference;
  readonly share: PairedDifference;
}

export interface DebriefOptions {
  readonly signal?: AbortSignal;
  /** Hears of each part as it is there, and of the share of all the work that is done [0-1]. */
  readonly tell?: (known: Partial<Debrief>, done: number) => void;
}

const REPLICATIONS = 6;
/** Runs of a search: so many a quarter decided, and at least enough to fill the space. */
const TRIALS_A_QUARTER = 14;

/** Holds a finished game against theory, against itself without each move, and against better prices. @throws AbortError */
export async function debrief(
  runner: Measurer,
  base: Scenario,
  game: Game,
  vendor: string,
  { signal, tell = () => {} }: DebriefOptions = {},
): Promise<void> {
  // prettier-ignore
  const { quarters, seed } = game.setup;
  const moves = seatMoves(game, vendor);
  const trials = TRIALS_A_QUARTER * searchDimensions(game) + 8;
  const all = 3 + REPLICATIONS * (moves.length + 1) + trials;
  let done = 0;
  const run = async (of: Scenario, more: Partial<Job> = {}): Promise<Outcome> => {
    const { values } = await runner.measure({ scenario: of, seed, ...more }, outcomesOf(vendor), { signal });
    tell({}, ++done / all);
    return { profit: wholeProfit(values[0], quarters), share: values[1] };
  };
  const scenario = gameScenario(base, game);
  tell({ own: await run(scenario) }, done / all);
  const free = unpriced(scenario);
  const theory = async () => {
    const [nash, cartel] = await Promise.all([run(free, { pricing: "nash" }), run(free, { pricing: "cartel" })]);
    tell({ nash, cartel }, done / all);
  };
  const play = async () => {
    tell({ moves: await effects(base, game, { vendor, moves, run }) }, done / all);
    tell({ best: await search(base, game, { vendor, trials, run }) }, done / all);
  };
  await Promise.all([theory(), play()]); // equilibria take longest: the rest need not wait for them
  tell({}, 1);
}

interface Asked {
  readonly vendor: string;
  run(of: Scenario, more?: Partial<Job>): Promise<Outcome>;
}

const REPLICATION_LIST = Array.from({ length: REPLICATIONS }, (_, replication) => replication);

async function effects(
  base: Scenario,
  game: Game,
  { vendor, moves, run }: Asked & { readonly moves: readonly SeatMove[] },
): Promise<MoveEffect[]> {
  // prettier-ignore
  if (moves.length === 0) return [];
  const arm = (g: Game) =>
    Promise.all(REPLICATION_LIST.map((replication) => run(gameScenario(base, g), { replication })));
  const played = await arm(game);
  const found: MoveEffect[] = [];
  for (const move of moves) {
    const without = await arm(withoutMove(game, vendor, move));
    const gap = (pick: (o: Outcome) => number) => pairedDifference(played.map(pick), without.map(pick));
    found.push({ move, profit: gap((o) => o.profit), share: gap((o) => o.share) });
  }
  return found;
}

async function search(base: Scenario, game: Game, { vendor, trials, run }: Asked & { readonly trials: number }) {
  let tried = 0;
  let best: { outcome: Outcome; game: Game } | null = null;
  const options = { dimensions: searchDimensions(game), evaluations: trials, tolerance: 0.01, start: asPlayed(game) };
  await driveSearch(minimise(options), (points) =>
    Promise.all(
      points.map(async (point) => {
        const variant = pricedAt(base, game, vendor, point);
        const outcome = await run(gameScenario(base, variant));
        tried++;
        if (best === null || outcome.profit > best.outcome.profit) best = { outcome, game: variant };
        return -outcome.profit;
      }),
    ),
  );
  return { ...best!, tried } as { outcome: Outcome; game: Game; tried: number };
}
