import { join } from "node:path";
import { type ClassEvent, type ClassPlan, type FromPage, type FromServer } from "../../engine/class/index.ts";
import { gameScenario } from "../../engine/game/index.ts";
import { type Recording, simulateModel, compile } from "../../engine/index.ts";
import { planOf, readGameFolder, type Wishes } from "../../server/games/ready-game.ts";
import type { ClassLog } from "../../server/log.ts";
import { Page } from "../../server/page.ts";
import { Room } from "../../server/room.ts";
import { inlineRunner } from "../../workers/inline.ts";
import type { Runner } from "../../workers/runner.ts";
import { libraryText } from "./scenarios.ts";

export const GAMES = join(import.meta.dirname, "../../scenarios/games");

export const readyGame = (id: string) => readGameFolder(GAMES, id, { resolve: libraryText });

/** Bertrand's four vendors, without a clock unless asked for. */
export const plan = (wishes: Partial<Wishes> = {}, id = "01-bertrand"): ClassPlan =>
  planOf(readyGame(id), { markets: 1, seed: "1", minutes: 0, rounds: 3, ...wishes });

export const CODE = "ABCDE";
export const KEY = "the-key-of-the-board";

export const opening = (of: ClassPlan = plan()): ClassEvent => ({
  kind: "open",
  at: 0,
  code: CODE,
  plan: of,
  boardKey: KEY,
});

/** A runner that plays one market for all and works out no debrief: for what does not hang on what the market says. */
export function sameRun(of: ClassPlan): Runner {
  const { scenario } = of.arms[0];
  const game = { setup: { ...of.setup, base: scenario.id }, rounds: [] };
  const recording: Recording = simulateModel(compile(gameScenario(scenario, game), { seed: of.setup.seed }));
  return { ...inlineRunner(), run: async () => recording, measure: () => new Promise(() => {}) };
}

/** A log that a test can read, in memory. */
export function memoryLog(events: readonly ClassEvent[] = []): ClassLog & { readonly events: ClassEvent[] } {
  const kept = [...events];
  return { events: kept, append: async (event) => void kept.push(event), close: async () => {} };
}

export interface Classroom {
  readonly room: Room;
  readonly log: ReturnType<typeof memoryLog>;
  readonly clock: { now: number };
  readonly failures: unknown[];
  readonly pages: ReadonlySet<Page>;
  /** A page, and all it was told. */
  open(): Told;
  /** One that has joined. */
  phone(name: string, vendor?: string): Promise<Told>;
  board(): Promise<Told>;
}

export interface Told {
  readonly page: Page;
  readonly heard: FromServer[];
  send(message: FromPage | object): Promise<void>;
  last<K extends FromServer["say"]>(say: K): Extract<FromServer, { say: K }> | undefined;
}

export function classroom(
  of: ClassPlan = plan(),
  { events = [opening(of)], runner = inlineRunner() }: { events?: readonly ClassEvent[]; runner?: Runner } = {},
): Classroom {
  const log = memoryLog(events);
  const clock = { now: 1_000_000 };
  const now = () => clock.now;
  const failures: unknown[] = [];
  const room = new Room({ events, log, runner, now, failed: (error) => failures.push(error) });
  const host = { room, pages: new Set<Page>(), now };
  const open = (): Told => {
    const heard: FromServer[] = [];
    const page = new Page(host, (text) => heard.push(JSON.parse(text)));
    const last = <K extends FromServer["say"]>(say: K) =>
      heard.findLast((m): m is Extract<FromServer, { say: K }> => m.say === say);
    const send = (message: object) => ((clock.now += 1000), page.receive(JSON.stringify(message)));
    return { page, heard, send, last };
  };
  const phone = async (name: string, vendor?: string) => {
    const told = open();
    await told.send({
      say: "join",
      code: CODE,
      name,
      vendor,
      secret: `${name} draws-a-long-secret`.replaceAll(" ", "-"),
    });
    return told;
  };
  const board = async () => {
    const told = open();
    await told.send({ say: "board", key: KEY });
    return told;
  };
  return { room, log, clock, failures, pages: host.pages, open, phone, board };
}
