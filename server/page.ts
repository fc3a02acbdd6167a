import {
  boardView,
  type ClassState,
  decide,
  factsOf,
  type FromPage,
  type FromServer,
  isRefusal,
  join,
  MESSAGE_BYTES,
  type Player,
  playerView,
  type Sent,
  isLast,
  isOld,
} from "../engine/class/index.ts";
import { pace } from "./pace.ts";
import { viewText } from "./view-text.ts";
import { hashOf, isSame, type Room, secret } from "./room.ts";

/** What a page belongs to: a class, and all pages that look at it. */
export interface Host {
  readonly room: Room;
  readonly pages: Set<Page>;
  now(): number;
}

type Message = Readonly<Record<string, unknown>>;
type Why = Extract<FromServer, { say: "refused" }>["why"];

/** A wrong code or key weighs as much as this many messages that make no sense. */
const GUESS = 4;

/** One page that is connected: a phone or a board. It knows nothing of sockets, so that tests can be its network. */
export class Page {
  readonly #host: Host;
  readonly #send: (text: string) => void;
  readonly #idle: () => boolean;
  readonly #within: () => boolean;
  #player: string | null = null;
  #board = false;
  #last = "";
  #strikes = 0;

  /** `idle`: whether most of what was sent has left. */
  constructor(host: Host, send: (text: string) => void, idle: () => boolean = () => true) {
    [this.#host, this.#send, this.#idle] = [host, send, idle];
    this.#within = pace(host.now);
    host.pages.add(this);
    this.#tell({ say: "facts", facts: factsOf(host.room.state.plan) });
  }

  get player(): string | null {
    return this.#player;
  }

  /** Whether it has shown that it belongs here. */
  get known(): boolean {
    return this.#board || this.#player !== null;
  }

  /** Messages that no honest page sends. */
  get strikes(): number {
    return this.#strikes;
  }

  async receive(text: string): Promise<void> {
    if (!this.#within()) return this.#strike({ no: "often" });
    if (text.length > MESSAGE_BYTES) return this.#strike({ no: "large" });
    const message = parsed(text);
    const handler = message && Object.hasOwn(this.#handlers, String(message.say)) && (message.say as FromPage["say"]);
    if (!message || !handler) return this.#strike({ no: "words" });
    try {
      await this.#handlers[handler](message);
    } catch {
      this.#refuse({ no: "disk" }); // the room has told why
    }
  }

  /**
   * Sends what the page has not been told yet, and says whether it is up to date. One that takes nothing just now is
   * told later how things then are: nothing queues up for it.
   */
  refresh(): boolean {
    const { room } = this.#host;
    if (this.#player !== null && !room.state.players[this.#player]) {
      this.#player = null;
      this.#refuse({ no: "stranger" }); // the teacher has let them go
    }
    const view = this.#view();
    if (view === null) return true;
    if (!this.#idle()) return false;
    const text = viewText(view, this.#board ? 3 : 1);
    const seen = `${room.state.until} ${text}`; // the clock may have moved though nothing else has
    if (seen === this.#last) return true;
    this.#last = seen;
    this.#send(`{"say":"${this.#board ? "board" : "player"}","view":${text},"left":${JSON.stringify(room.left)}}`);
    return true;
  }

  close(): void {
    this.#host.pages.delete(this);
  }

  #view(): unknown {
    const { state, computed } = this.#host.room;
    if (this.#board) return boardView(state, computed, this.#online());
    if (this.#player === null) return null;
    const player = state.players[this.#player];
    return playerView(state, player, computed[player.at.market]);
  }

  #online(): ReadonlySet<string> {
    return new Set([...this.#host.pages].flatMap((p) => p.player ?? []));
  }

  readonly #handlers: Readonly<Record<FromPage["say"], (message: Message) => Promise<void> | void>> = {
    join: (m) => this.#join(m),
    back: (m) => this.#back(m),
    decide: (m) => this.#decide(m),
    board: (m) => this.#openBoard(m),
    order: (m) => this.#order(m),
  };

  async #join({ code, name, vendor, secret: given }: Message): Promise<void> {
    const { room, now } = this.#host;
    if (this.#board) return this.#refuse({ no: "stranger" });
    if (typeof code !== "string" || code.toUpperCase() !== room.state.code) return this.#strike({ no: "code" }, GUESS);
    if (!isSecret(given)) return this.#strike({ no: "words" });
    const key = hashOf(given);
    const before = withKey(room.judged, key);
    if (this.#player !== null && before?.id !== this.#player) return this.#strike({ no: "stranger" });
    if (!before) {
      const answer = join(room.judged, { player: secret().slice(0, 8), key, name, vendor }, now());
      if (isRefusal(answer)) return this.#refuse(answer);
      await room.happen(answer);
    }
    this.#enter(key);
  }

  #back({ secret: given }: Message): void {
    if (!isSecret(given) || !this.#enter(hashOf(given))) this.#strike({ no: "stranger" }, GUESS);
  }

  /** Whoever has the secret is in, once the joining is on disk. */
  #enter(key: string): boolean {
    const known = withKey(this.#host.room.state, key);
    if (!known) return false;
    this.#player = known.id;
    this.#tell({ say: "joined", player: known.id });
    this.#welcome();
    return true;
  }

  async #decide({ page, sent, turn, decisions }: Message): Promise<void> {
    const { room, now } = this.#host;
    if (this.#player === null) return this.#refuse({ no: "stranger" });
    const message = { player: this.#player, page: String(page), sent, turn, decisions } as Sent;
    if (isLast(room.state, message)) return this.#tell({ say: "taken", sent: message.sent });
    if (isOld(room.judged, message)) return; // a later one counts, or its first copy is on its way to the disk
    const answer = decide(room.judged, message, now());
    if (isRefusal(answer)) return this.#refuse(answer, { sent: message.sent });
    await room.happen(answer);
    this.#tell({ say: "taken", sent: message.sent });
    this.refresh();
  }

  #openBoard({ key }: Message): void {
    const { boardKey } = this.#host.room.state;
    if (typeof key !== "string" || !isSame(key, boardKey)) return this.#strike({ no: "stranger" }, GUESS);
    this.#board = true;
    this.#welcome();
  }

  async #order({ id, order }: Message): Promise<void> {
    if (!this.#board || typeof order !== "object" || order === null) return this.#strike({ no: "stranger" });
    const why = await this.#host.room.order(order as { do: string });
    if (why) this.#refuse(why, { id: id as number });
    else this.#tell({ say: "done", id: id as number });
  }

  #welcome(): void {
    this.#last = "";
    this.refresh();
  }

  #tell(message: FromServer): void {
    this.#send(JSON.stringify(message));
  }

  #refuse(why: Why, of: { readonly sent?: number; readonly id?: number } = {}): void {
    this.#tell({ say: "refused", why, ...of });
  }

  #strike(why: Why, weight = 1): void {
    this.#strikes += weight;
    this.#refuse(why);
  }
}

const isSecret = (x: unknown): x is string => typeof x === "string" && /^[\w-]{16,64}$/.test(x);

const withKey = ({ players }: ClassState, key: string): Player | undefined =>
  Object.values(players).find((p) => p.key === key);

function parsed(text: string): Message | null {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null ? (message as Message) : null;
  } catch {
    return null;
  }
}
