import { setMaxListeners } from "node:events";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import {
  allDecided,
  applied,
  canClose,
  type ClassEvent,
  type ClassState,
  type Computed,
  isRefusal,
  type Order,
  type Refusal,
  ordered,
  replayed,
} from "../engine/class/index.ts";
import type { Runner } from "../workers/runner.ts";
import type { ClassLog } from "./log.ts";
import { Markets } from "./markets.ts";

/** How long a round that was cut short by a restart stays open at least [ms]. */
const GRACE = 30_000;

interface RoomOptions {
  readonly events: readonly ClassEvent[]; // the opening at least
  readonly log: ClassLog;
  readonly runner: Runner;
  now(): number;
  /** Hears of what nobody asked for and somebody should know: a run that failed, a disk that is full. */
  failed(error: unknown): void;
}

/** Hears that something has changed, and whether everybody has to know at once. */
type Listener = (prompt: boolean) => void;

/** What one person did; others may hear of it a little later, since in sixty hands it happens all the time. */
const ONES_OWN: ReadonlySet<ClassEvent["kind"]> = new Set(["join", "decide"]);

/**
 * A class that goes on. Whatever is to happen becomes an event, goes to the log and counts once it is on disk: what a
 * page is told was kept, was kept. A restart reads the log and is where it was.
 */
export class Room {
  readonly #options: RoomOptions;
  readonly #markets: Markets;
  readonly #control = new AbortController();
  readonly #listeners = new Set<Listener>();
  #next: ClassState; // with events on their way to the disk: what later ones are judged by
  #state: ClassState; // what is on disk: what everybody sees
  #computed: readonly Computed[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closing = false;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#next = this.#state = replayed(options.events);
    setMaxListeners(0, this.#control.signal); // every waiting run listens
    this.#markets = new Markets(options.runner, () => this.#changed(), options.failed, this.#control.signal);
    this.#computed = this.#markets.of(this.#state);
  }

  get state(): ClassState {
    return this.#state;
  }

  /** By the class's clock [ms since 1970]. */
  readonly now = (): number => this.#options.now();

  /** What is known of each market. */
  get computed(): readonly Computed[] {
    return this.#computed;
  }

  /** What the clock has left [ms]; null without one. */
  get left(): number | null {
    const { until, paused } = this.#state;
    return paused ?? (until === null ? null : Math.max(0, until - this.#options.now()));
  }

  /** Begins, or goes on after a restart: a round that has run out meanwhile stays open a little longer. */
  async begin(): Promise<void> {
    const { until } = this.#state;
    const short = until === null ? 0 : Math.ceil((this.#options.now() + GRACE - until) / 1000);
    if (short > 0) await this.happen({ kind: "extend", at: this.#options.now(), seconds: short });
    this.#changed();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts what an event is judged by, and resolves when the event is on disk. @throws when the disk takes no more */
  async happen(event: ClassEvent): Promise<void> {
    const after = (this.#next = applied(this.#next, event));
    try {
      await this.#options.log.append(event);
    } catch (error) {
      this.#next = this.#state;
      this.#options.failed(error);
      throw error;
    }
    this.#state = after;
    this.#changed(!ONES_OWN.has(event.kind));
  }

  /** The class with all that is on its way: what a new event has to fit. */
  get judged(): ClassState {
    return this.#next;
  }

  /** Does what the teacher asks for; what is said when it is not done. */
  async order(order: Order): Promise<Refusal | null> {
    if (order.do === "close") return (await this.closeRound()) ? null : { no: "stage" };
    const answer = ordered(this.#next, order, this.#options.now());
    if (isRefusal(answer)) return answer;
    await this.happen(answer);
    return null;
  }

  /** Closes the round: bots decide for seats that nobody decided for and that are theirs. */
  async closeRound(): Promise<boolean> {
    if (this.#closing || !canClose(this.#next)) return false;
    this.#closing = true;
    const { turn } = this.#next;
    try {
      if (!(await this.#markets.settled(this.#next))) return false;
      if (this.#next.turn !== turn || !canClose(this.#next)) return false;
      await this.happen({ kind: "close", at: this.#options.now(), bots: this.#markets.bots(this.#next) });
      return true;
    } finally {
      this.#closing = false;
    }
  }

  /** Resolves when every market of the class has run. */
  async settled(): Promise<void> {
    await this.#markets.settled(this.#state);
  }

  #changed(prompt = true): void {
    const { phase } = this.#state;
    this.#computed = this.#markets.of(this.#state);
    clearTimeout(this.#timer);
    const { left } = this;
    if (phase === "deciding" && this.#state.paused === null && left !== null)
      this.#timer = setTimeout(() => void this.closeRound().catch(() => {}), left);
    if (allDecided(this.#state, this.#computed)) void this.closeRound().catch(() => {}); // failed() has heard
    if (phase === "over") void this.#debriefed();
    for (const listener of this.#listeners) listener(prompt);
  }

  #debriefing = -1;

  async #debriefed(): Promise<void> {
    if (this.#debriefing === this.#state.turn) return;
    this.#debriefing = this.#state.turn;
    await this.#markets.settled(this.#state);
    await this.#markets.debrief(this.#state);
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#control.abort();
    await this.#options.log.close();
  }
}

/** A secret that nobody guesses, and what is kept of it. */
export const secret = (): string => randomBytes(16).toString("base64url");
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

export function isSame(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
