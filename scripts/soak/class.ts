import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { newClass } from "../../cli/class/begin.ts";
import type { BoardView, PlayerView } from "../../engine/class/index.ts";
import { openLog } from "../../server/log.ts";
import { Room } from "../../server/room.ts";
import { serveClass } from "../../server/serve.ts";
import type { Runner } from "../../workers/runner.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import type { Soaked } from "../soak.ts";
import { ownMemory } from "./own-memory.ts";

const [PHONES, ROUNDS] = [12, 4];
const OPTIONS = { lang: "en", json: true, quiet: true, set: [], plugin: [], seed: "1", seedGiven: false } as const;

/** One class after the other, each on a server of its own, phones on real sockets that break now and then. */
export async function theClass(): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), "pricewar-soak-"));
  const runner = nodePool();
  let classes = 0;
  return {
    step: () => playOne(join(folder, `${classes++}.jsonl`), runner),
    measure: ownMemory,
    async end() {
      await runner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function playOne(log: string, runner: Runner): Promise<void> {
  const { events, file } = newClass("switching-costs", {
    ...OPTIONS,
    log,
    minutes: "0",
    rounds: String(ROUNDS),
    markets: "3",
  });
  const kept = await openLog(file, { events: [], bytes: 0 });
  await kept.append(events[0]);
  const failed = (error: unknown) => process.stderr.write(`${String(error)}\n`);
  const room = new Room({ events, log: kept, runner, now: Date.now, failed });
  const folder = join(import.meta.dirname, "../../dist/class");
  const served = await serveClass({
    room,
    folder,
    host: "127.0.0.1",
    port: 0,
    joinAt: String,
    download: async () => null,
  });
  await room.begin();
  const at = `ws://127.0.0.1:${served.port}/ws`;
  const { code, boardKey } = room.state;
  const board = line<BoardView>(at, { say: "board", key: boardKey });
  const phones = Array.from({ length: PHONES }, (_, k) => phone(at, code, k));
  for (let round = 1; round <= ROUNDS; round++) {
    await until(() => board.view?.markets.every((market) => market.digest !== null) === true);
    board.say({ say: "order", id: round, order: { do: "next" } });
    await until(() => phones.every(({ view }) => view?.phase === "deciding" && view.round === round));
    phones.forEach((one, k) => one.say({ ...decision(one.view!, k), page: `page-${k}` }));
    phones[round % PHONES].drop();
    await until(() => board.view?.phase === (round === ROUNDS ? "over" : "results"));
  }
  for (const one of [board, ...phones]) one.end();
  await served.close();
  await room.end();
}

const decision = ({ round, turn }: PlayerView, k: number) => ({
  say: "decide",
  sent: round,
  turn,
  decisions: { prices: { main: { input: 5 + k / 10 - round / 5, output: 10 } } },
});

const phone = (at: string, code: string, k: number) =>
  line<PlayerView>(at, { say: "join", code, name: `Phone ${k}`, secret: `phone-${k}-and-a-long-secret` });

/** A page on a socket, which comes back when it breaks. */
function line<View>(at: string, hello: object) {
  let [socket, ended, last] = [null as unknown as WebSocket, false, hello];
  const page = {
    view: null as View | null,
    say(message: object) {
      last = message;
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    drop: () => setTimeout(() => socket.terminate(), 20),
    end: () => ((ended = true), socket.terminate()),
  };
  const connect = () => {
    socket = new WebSocket(at);
    socket.on("open", () => {
      const again = last; // what may not have arrived when the line broke
      page.say(hello);
      if (again !== hello) page.say(again);
    });
    socket.on("message", (text) => {
      const message = JSON.parse(String(text)) as { readonly view?: View };
      if (message.view) page.view = message.view;
    });
    socket.on("error", () => {});
    socket.on("close", () => ended || setTimeout(connect, 100));
  };
  connect();
  return page;
}

async function until(done: () => boolean): Promise<void> {
  const end = performance.now() + 120_000;
  while (!done()) {
    if (performance.now() > end) throw new Error("waited in vain");
    await new Promise((next) => setTimeout(next, 20));
  }
}
