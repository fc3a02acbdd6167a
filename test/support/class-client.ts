import { WebSocket } from "ws";
import type { Decisions } from "../../engine/game/index.ts";
import type { BoardView, FromServer, PlayerView } from "../../engine/class/index.ts";
import { answered, decided, emptyOutbox, type Outbox } from "../../ui/class/outbox.ts";

/** A phone on a real socket: joins, decides once a round, comes back when the line breaks. */
export class Client {
  readonly waits: number[] = []; // from decision to confirmation [ms]
  readonly confirmed = new Map<number, number>(); // price by turn
  view: PlayerView | null = null;
  #outbox: Outbox;
  #since = 0;
  #socket!: WebSocket;
  #ended = false;
  readonly #at: string;
  readonly #name: string;
  readonly #code: string;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(at: string, code: string, name: string) {
    [this.#at, this.#code, this.#name] = [at.replace(/^http/, "ws"), code, name];
    this.#outbox = emptyOutbox(name);
    this.#connect();
    this.#timer = setInterval(() => this.#again(), 1500);
  }

  get turn(): number {
    return this.view?.phase === "deciding" && this.view.seat ? this.view.turn : 0;
  }

  get idle(): boolean {
    return this.#outbox.pending === null;
  }

  decide(price: number, product = "main"): void {
    const { turn } = this;
    this.#outbox = decided(this.#outbox, turn, { prices: { [product]: { input: price, output: 2 * price } } });
    this.#since = performance.now();
    this.#again();
  }

  end(): void {
    this.#ended = true;
    clearInterval(this.#timer);
    this.#socket.terminate();
  }

  #again(): void {
    if (this.#outbox.pending && this.view) this.#say(this.#outbox.pending);
  }

  #say(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #connect(): void {
    const socket = (this.#socket = new WebSocket(`${this.#at}ws`));
    const secret = `${this.#name}-and-a-long-secret`;
    socket.on("open", () => this.#say({ say: "join", code: this.#code, name: this.#name, secret }));
    socket.on("message", (data) => this.#hear(JSON.parse(String(data)) as FromServer));
    socket.on("error", () => {});
    socket.on("close", () => this.#ended || setTimeout(() => this.#connect(), 200));
  }

  #hear(message: FromServer): void {
    if (message.say === "joined") this.#again();
    if (message.say === "player") this.view = message.view;
    if (message.say !== "taken" && message.say !== "refused") return;
    const { pending } = this.#outbox;
    if (pending?.sent === message.sent && message.say === "taken") {
      this.waits.push(performance.now() - this.#since);
      const { prices } = pending!.decisions as Decisions;
      this.confirmed.set(pending!.turn, Object.values(prices!)[0].input);
    }
    this.#outbox = answered(this.#outbox, message.sent);
  }
}

/** The teacher's line: what is on the board, and orders. */
export class ClientBoard {
  view: BoardView | null = null;
  #socket!: WebSocket;
  #ended = false;
  readonly #at: string;
  readonly #key: string;

  constructor({ join, board }: { readonly join: string; readonly board: string }) {
    this.#at = `${join.split("#")[0].replace(/^http/, "ws")}ws`;
    this.#key = board.split("#")[1];
    this.#connect();
  }

  ask(what: string): void {
    this.#socket.send(JSON.stringify({ say: "order", id: 1, order: { do: what } }));
  }

  end(): void {
    this.#ended = true;
    this.#socket.terminate();
  }

  #connect(): void {
    const socket = (this.#socket = new WebSocket(this.#at));
    socket.on("open", () => socket.send(JSON.stringify({ say: "board", key: this.#key })));
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as FromServer;
      if (message.say === "board") this.view = message.view;
    });
    socket.on("error", () => {});
    socket.on("close", () => this.#ended || setTimeout(() => this.#connect(), 200));
  }
}
