import {
  asPlayed,
  type Game,
  type Goal,
  type Made,
  gameScenario,
  type Outcome,
  outcomeOf,
  outputsOf,
  pricedAt,
  searchDimensions,
  type SeatMove,
  seatMoves,
  unpriced,
  withoutMove,
} from "../engine/game/index.ts";
import { mean, minimise, pairedDifference, type PairedDifference, type Scenario } from "../engine/index.ts";
import type { Job, Measurer } from "../workers/runner.ts";
import { driveSearch } from "./search.ts";

/** By the vendor of each seat. */
type Outcomes = Readonly<Record<string, Outcome>>;

/** The game and the same market priced by theory, for every seat at once. What is not there yet is null. */
export interface Benchmarks {
  readonly own: Outcomes | null;
  readonly nash: Outcomes | null; // everybody at static Nash prices
  readonly cartel: Outcomes | null; // everybody at the prices of one common owner
}

/** What one seat learns of its own decisions. Parts come one after another; what is not there yet is null. */
export interface Review {
  readonly moves: readonly MoveEffect[] | null;
  readonly best: BestFound | null;
}

/** What a move brought by each goal: as played less without it, over paired draws. And why: what it did to sales. */
export interface MoveEffect extends Readonly<Record<Goal, PairedDifference>> {
  readonly move: SeatMove;
  readonly revenue: PairedDifference; // [money]
  readonly tokens: number; // sold in the game, relative to without it: 0.1 is a tenth more
}

/** The best by what the game ranks by. */
export interface BestFound {
  readonly outcome: Outcome;
  readonly game: Game;
  readonly tried: number;
}

export interface DebriefOptions<Part> {
  readonly signal?: AbortSignal;
  /** Hears of each part as it is there, and of the share of the work that is done [0-1]. */
  readonly tell?: (known: Partial<Part>, done: number) => void;
}

/** Holds a game against static Nash and cartel prices, on its own draws. @throws AbortError */
export async function benchmarks(
  runner: Measurer,
  base: Scenario,
  game: Game,
  { signal, tell = () => {} }: DebriefOptions<Benchmarks> = {},
): Promise<void> {
  const { seats, seed } = game.setup;
  const scenario = gameScenario(base, game);
  const free = unpriced(scenario);
  let done = 0;
  const run = async (part: keyof Benchmarks, job: Omit<Job, "seed">) => {
    const outputs = [...new Set(seats.flatMap((s) => outputsOf(s.vendor)))];
    const measured = await runner.measure({ seed, ...job }, outputs, { signal });
    const all = seats.map(({ vendor }) => [vendor, outcomeOf(measured, vendor)] as const);
    tell({ [part]: Object.fromEntries(all) }, ++done / 3);
  };
  await run("own", { scenario });
  await Promise.all([
    run("nash", { scenario: free, pricing: "nash" }),
    run("cartel", { scenario: free, pricing: "cartel" }),
  ]);
}

const REPLICATIONS = 6;
/** Runs of a search: so many a quarter decided, and at least enough to fill the space. */
const TRIALS_A_QUARTER = 14;

/** Holds a seat's game against itself without each of its moves, and against better prices. @throws AbortError */
export async function review(
  runner: Measurer,
  base: Scenario,
  game: Game,
  vendor: string,
  { signal, tell = () => {} }: DebriefOptions<Review> = {},
): Promise<void> {
  const { seed } = game.setup;
  const moves = seatMoves(game, vendor);
  const trials = TRIALS_A_QUARTER * searchDimensions(game) + 8;
  const all = (moves.length > 0 ? REPLICATIONS * (moves.length + 1) : 0) + trials;
  let done = 0;
  const run = async (of: Scenario, replication = 0): Promise<Made> => {
    const measured = await runner.measure({ scenario: of, seed, replication }, outputsOf(vendor), { signal });
    tell({}, Math.min(1, ++done / all));
    return outcomeOf(measured, vendor);
  };
  tell({ moves: await effects(base, game, { vendor, moves, run }) }, done / all);
  tell({ best: await search(base, game, { vendor, trials, run }) }, 1);
}

interface Asked {
  readonly vendor: string;
  run(of: Scenario, replication?: number): Promise<Made>;
}

const REPLICATION_LIST = Array.from({ length: REPLICATIONS }, (_, replication) => replication);

async function effects(
  base: Scenario,
  game: Game,
  { vendor, moves, run }: Asked & { readonly moves: readonly SeatMove[] },
): Promise<MoveEffect[]> {
  if (moves.length === 0) return [];
  const arm = (g: Game) => Promise.all(REPLICATION_LIST.map((replication) => run(gameScenario(base, g), replication)));
  const played = await arm(game);
  const found: MoveEffect[] = [];
  for (const move of moves) {
    const without = await arm(withoutMove(game, vendor, move));
    const gap = (of: keyof Made) =>
      pairedDifference(
        played.map((o) => o[of]),
        without.map((o) => o[of]),
      );
    const tokens = gap("tokens").mean / mean(without.map((o) => o.tokens));
    found.push({
      move,
      profit: gap("profit"),
      share: gap("share"),
      value: gap("value"),
      revenue: gap("revenue"),
      tokens,
    });
  }
  return found;
}

async function search(
  base: Scenario,
  game: Game,
  { vendor, trials, run }: Asked & { readonly trials: number },
): Promise<BestFound> {
  const { goal } = game.setup;
  let tried = 0;
  let best: Omit<BestFound, "tried"> | null = null;
  const options = { dimensions: searchDimensions(game), evaluations: trials, tolerance: 0.01, start: asPlayed(game) };
  await driveSearch(minimise(options), (points) =>
    Promise.all(
      points.map(async (point) => {
        const variant = pricedAt(base, game, vendor, point);
        const outcome = await run(gameScenario(base, variant));
        tried++;
        if (best === null || outcome[goal] > best.outcome[goal]) best = { outcome, game: variant };
        return -outcome[goal];
      }),
    ),
  );
  return { ...best!, tried } as BestFound;
}
