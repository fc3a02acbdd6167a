import fc from "fast-check";
import { expect } from "vitest";
import { type ClassEvent, type FromServer, replayed } from "../../engine/class/index.ts";
import { gameAt } from "../../engine/game/index.ts";
import type { Page } from "../../server/page.ts";
import { answered, decided, emptyOutbox, type Outbox } from "../../ui/class/outbox.ts";
import { type Classroom, classroom, CODE, opening, plan, sameRun } from "./classroom.ts";

/** A fifth of all messages are lost, doubled or late, either way; lines break, and phones come back. */
const FAULTY = 0.2;
const ROUNDS = 2;
const PHONES = 3;

const cheap = plan({ rounds: ROUNDS });
const runner = sameRun(cheap);

interface Made {
  readonly sent: number;
  readonly input: number;
  answer?: "taken" | "refused";
}

/** Draws of one schedule. */
function drawing(seed: number): () => number {
  let x = seed | 1;
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return (x >>> 8) / 0x1000000;
  };
}

/** Messages on their way, delivered at random: those sent first need not come first. */
class Network {
  readonly #draw: () => number;
  readonly #flying: (() => Promise<void> | void)[] = [];

  constructor(draw: () => number) {
    this.#draw = draw;
  }

  put(deliver: () => Promise<void> | void): void {
    const fate = this.#draw();
    if (fate < FAULTY / 2) return;
    this.#flying.push(deliver);
    if (fate < FAULTY) this.#flying.push(deliver);
  }

  get idle(): boolean {
    return this.#flying.length === 0;
  }

  async step(): Promise<void> {
    const late = this.#draw() < FAULTY;
    const at = late ? Math.floor(this.#draw() * this.#flying.length) : 0;
    await this.#flying.splice(at, 1)[0]?.();
  }
}

/** A phone as ours are: an outbox, a line that comes back, and a person who changes his mind. */
class Phone {
  readonly made: Made[] = [];
  #outbox: Outbox = emptyOutbox("p");
  player: string | null = null;
  #turn = 0;
  #page!: Page;
  readonly #room: Classroom;
  readonly #net: Network;
  readonly #draw: () => number;
  readonly name: string;

  constructor(room: Classroom, net: Network, draw: () => number, name: string) {
    [this.#room, this.#net, this.#draw, this.name] = [room, net, draw, name];
    this.connect();
  }

  get waits(): boolean {
    return this.#outbox.pending !== null;
  }

  connect(): void {
    this.#page?.close();
    const told = this.#room.open();
    const page = (this.#page = told.page);
    told.heard.push = (message: FromServer) => {
      this.#net.put(() => void (page === this.#page && this.#hear(message)));
      return 0;
    };
  }

  #say(message: object): void {
    const page = this.#page;
    this.#net.put(() => page.receive(JSON.stringify(message)));
  }

  /** What timers do: greet, say again what has no answer. */
  tick(): void {
    const secret = `${this.name}-draws-a-long-secret`;
    if (this.player !== null) this.#say({ say: "back", secret });
    else this.#say({ say: "join", code: CODE, name: this.name, secret });
    if (this.#outbox.pending) this.#say(this.#outbox.pending);
  }

  decide(): void {
    if (this.player === null || this.#turn === 0) return;
    const input = 1 + Math.round(this.#draw() * 1000) / 1000;
    this.#outbox = decided(this.#outbox, this.#turn, { prices: { p: { input, output: input } } });
    this.made.push({ sent: this.#outbox.sent, input });
    this.#say(this.#outbox.pending!);
  }

  #hear(message: FromServer): void {
    if (message.say === "joined") this.player = message.player;
    if (message.say === "player") this.#turn = message.view.phase === "deciding" ? message.view.turn : 0;
    if (message.say !== "taken" && message.say !== "refused") return;
    const mine = this.made.find((m) => m.sent === message.sent);
    if (mine) mine.answer ??= message.say;
    this.#outbox = answered(this.#outbox, message.sent);
  }
}

const settle = () => new Promise((done) => setImmediate(done));

async function play(seed: number): Promise<{ readonly room: Classroom; readonly phones: readonly Phone[] }> {
  const draw = drawing(seed);
  const room = classroom(cheap, { events: [opening(cheap)], runner });
  const net = new Network(draw);
  const phones = Array.from({ length: PHONES }, (_, k) => new Phone(room, net, draw, `P${k}`));
  const { state } = room.room;
  expect(state.phase).toBe("lobby");
  for (let step = 0; step < 4000; step++) {
    room.clock.now += 500;
    const { phase } = room.room.state;
    const done = phase === "over" && phones.every((p) => !p.waits);
    if (done) break;
    if (phase === "lobby" && Object.keys(room.room.state.players).length >= PHONES)
      await room.room.order({ do: "next" });
    if (phase === "results") await room.room.order({ do: "next" });
    const phone = phones[Math.floor(draw() * PHONES)];
    const act = draw();
    if (act < 0.02) phone.connect();
    else if (act < 0.12) phone.tick();
    else if (act < 0.2) phone.decide();
    else if (!net.idle) await net.step();
    if (step % 5 === 0) {
      await settle();
      for (const p of room.pages) p.refresh();
    }
  }
  return { room, phones };
}

type Decide = Extract<ClassEvent, { kind: "decide" }>;

/** Plays so many classes over such a network, and holds what phones were told against what the log has. */
export async function survives(schedules: number): Promise<void> {
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
    const { room, phones } = await play(seed);
    const { events } = room.log;
    const after = replayed(events);
    expect(after).toEqual(room.room.state);
    expect(after.phase).toBe("over");
    for (const phone of phones) {
      const mine = events.filter((e): e is Decide => e.kind === "decide" && e.player === phone.player);
      expect(phone.waits).toBe(false);
      expect(mine.map((e) => e.sent)).toEqual([...new Set(mine.map((e) => e.sent))].toSorted((a, b) => a - b));
      for (const e of mine) {
        const input = phone.made.find((m) => m.sent === e.sent)?.input;
        expect(e.decisions).toEqual({ prices: { p: { input, output: input } } });
      }
      // What a phone was told is kept is in the log; what it was told is refused is not.
      const taken = new Set(mine.map((e) => e.sent));
      for (const { sent, answer } of phone.made)
        if (answer) expect([sent, taken.has(sent)]).toEqual([sent, answer === "taken"]);
    }
    expect(gameAt(after.markets[0].session).rounds.length).toBe(ROUNDS);
  });
  await fc.assert(property, { numRuns: schedules, endOnFailure: true });
}
