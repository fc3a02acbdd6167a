import {
  armOf,
  botDecides,
  botDecisions,
  type BotMove,
  type ClassState,
  type Computed,
  type Digest,
  digestOf,
  type MarketDebrief,
  type TheoryPrices,
} from "../engine/class/index.ts";
import { type Game, gameAt, gameScenario, type Session } from "../engine/game/index.ts";
import { bestPrices } from "../experiments/best-prices.ts";
import { platformFingerprint, type Recording, recordingFingerprint } from "../engine/index.ts";
import type { Runner } from "../workers/runner.ts";
import { type Theory, theoryKey, theoryOf } from "./theory.ts";

const NOTHING: MarketDebrief = { own: null, nash: null, cartel: null, best: null };

/** Games that were played alike are one market to compute: sixty that have just begun are one run. */
interface Cell {
  digest: Digest | null;
  debrief: MarketDebrief | null;
  theory: TheoryPrices | null;
  running: Promise<Digest | null>;
}

/** Off this thread where the platform hashes: pages that are not secure have to do it themselves. */
const fingerprintOf = async (recording: Recording): Promise<string> =>
  crypto.subtle ? platformFingerprint(recording, crypto) : recordingFingerprint(recording);

const gameOf = (state: ClassState, market: number): Game => gameAt(state.markets[market].session);
/** A market's rounds as text, worked out once: sixty decisions on the next round change nothing of them. */
const texts = new WeakMap<Session["nodes"], Map<number, string>>();

function keyOf(state: ClassState, market: number): string {
  const { nodes, at } = state.markets[market].session;
  const known = texts.get(nodes) ?? new Map<number, string>();
  texts.set(nodes, known);
  const text = known.get(at) ?? JSON.stringify(gameOf(state, market).rounds);
  known.set(at, text);
  return `${armOf(state.plan, market).id} ${text}`;
}

/** The markets of a class: each runs from its start where the runner runs it, and what pages need of it is kept. */
export class Markets {
  readonly #runner: Runner;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #cells = new Map<string, Cell>();
  readonly #theories = new Map<string, Promise<Theory>>();
  readonly #signal: AbortSignal;

  /** `changed` hears when more is known, `failed` of runs that were not. */
  constructor(runner: Runner, changed: () => void, failed: (error: unknown) => void, signal: AbortSignal) {
    this.#signal = signal;
    this.#runner = runner;
    this.#changed = changed;
    this.#failed = (error) => void (this.#signal.aborted || failed(error));
  }

  /** What is known of every market as the class has it; of what is not yet, `changed` will hear. */
  of(state: ClassState): Computed[] {
    const keys = state.markets.map((_, market) => keyOf(state, market));
    this.#forget(new Set(keys));
    return keys.map((key, market) => {
      const { digest, debrief, theory } = this.#cell(state, market, key);
      return { digest, debrief, theory };
    });
  }

  /** Resolves when every market of the class has run, and says whether all did. */
  async settled(state: ClassState): Promise<boolean> {
    const all = await Promise.all(state.markets.map((_, market) => this.#cell(state, market).running));
    return all.every((digest) => digest !== null);
  }

  /** Works out what theory and a search say of a class that is over: theory for all first. */
  async debrief(state: ClassState): Promise<void> {
    try {
      await this.settled(state);
      const first = new Map(state.markets.map((_, market) => [keyOf(state, market), market]));
      await Promise.all([...first.values()].map((market) => this.#hold(state, market)));
      await Promise.all([...first.values()].map((market) => this.#search(state, market)));
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What bots do for seats that are theirs and that nobody decided for, in a class whose markets have run. */
  bots(state: ClassState): BotMove[] {
    const computed = this.of(state);
    return state.markets.flatMap(({ session }, market) =>
      session.setup.seats
        .map(({ vendor }) => ({ market, vendor }))
        .filter((place) => !(place.vendor in session.entered) && botDecides(state, place))
        .map((place) => ({ ...place, decisions: botDecisions(computed[market].digest!, place.vendor) })),
    );
  }

  #cell(state: ClassState, market: number, key = keyOf(state, market)): Cell {
    const known = this.#cells.get(key);
    if (known) return known;
    const cell: Cell = { digest: null, debrief: null, theory: null, running: Promise.resolve(null) };
    this.#cells.set(key, cell);
    cell.running = this.#run(state, market).then(
      (digest) => {
        cell.digest = digest;
        this.#changed();
        return digest;
      },
      (error: unknown) => {
        this.#cells.delete(key); // the next look tries again
        this.#failed(error);
        return null;
      },
    );
    return cell;
  }

  async #run(state: ClassState, market: number): Promise<Digest> {
    const game = gameOf(state, market);
    const scenario = gameScenario(armOf(state.plan, market).scenario, game);
    const job = { scenario, seed: game.setup.seed };
    const recording = await this.#runner.run(job, { signal: this.#signal, threads: 1 });
    return digestOf(scenario, recording, game, await fingerprintOf(recording));
  }

  /** Games that no market plays any more: a long class with many undos keeps no more than it shows. */
  #forget(kept: ReadonlySet<string>): void {
    for (const key of this.#cells.keys()) if (!kept.has(key)) this.#cells.delete(key);
  }

  #tell(cell: Cell, part: Partial<MarketDebrief>): void {
    cell.debrief = { ...(cell.debrief ?? NOTHING), ...part };
    this.#changed();
  }

  /** Holds a market against theory. */
  async #hold(state: ClassState, market: number): Promise<void> {
    const cell = this.#cell(state, market);
    this.#tell(cell, { own: cell.digest?.outcomes ?? null });
    const { id, scenario } = armOf(state.plan, market);
    const game = gameOf(state, market);
    const key = theoryKey(id, game);
    const running = this.#theories.get(key) ?? theoryOf(this.#runner, scenario, game, this.#signal);
    this.#theories.set(key, running);
    const { prices, nash, cartel } = await running;
    cell.theory = prices;
    this.#tell(cell, { nash, cartel });
  }

  /** Looks for better prices of each seat. */
  async #search(state: ClassState, market: number): Promise<void> {
    const cell = this.#cell(state, market);
    const base = armOf(state.plan, market).scenario;
    const game = gameOf(state, market);
    for (const { vendor } of game.setup.seats) {
      const best = await bestPrices(this.#runner, base, game, { vendor, signal: this.#signal });
      this.#tell(cell, { best: { ...cell.debrief?.best, [vendor]: best } });
    }
  }
}
