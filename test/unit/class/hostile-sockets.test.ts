import { afterEach, beforeEach, expect, it } from "vitest";
import { Room } from "../../../server/room.ts";
import { serveClass, type Served } from "../../../server/serve.ts";
import { Client } from "../../support/class-client.ts";
import { CODE, memoryLog, opening, plan, sameRun } from "../../support/classroom.ts";
import { frame, rawSocket } from "../../support/raw-socket.ts";

const MOST = 5;
const cheap = plan();
let [room, served, honest] = [null as unknown as Room, null as unknown as Served, null as unknown as Client];

beforeEach(async () => {
  const events = [opening(cheap)];
  const failed = (error: unknown) => expect.unreachable(String(error));
  room = new Room({ events, log: memoryLog(events), runner: sameRun(cheap), now: Date.now, failed });
  const options = { room, folder: import.meta.dirname, host: "127.0.0.1", port: 0, joinAt: String, most: MOST };
  served = await serveClass({ ...options, download: async () => null });
  honest = join("Honest");
  await seated(honest);
  await room.order({ do: "next" });
});
afterEach(async () => {
  honest.end();
  await served.close();
  await room.end();
});

const join = (name: string) => new Client(`http://127.0.0.1:${served.port}/`, CODE, name);
const seated = (client: Client) => expect.poll(() => client.view?.name, { interval: 5, timeout: 20_000 }).toBeDefined();

/** The honest phone plays on: its decision is confirmed, and closes the round. */
async function unharmed(): Promise<void> {
  await expect.poll(() => honest.turn, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
  honest.decide(1.5, "p");
  await expect.poll(() => honest.waits.length, { interval: 5, timeout: 20_000 }).toBe(1);
  expect(Object.values(room.state.players).map((p) => p.name)).toEqual(["Honest"]);
}

it("an address below which a proxy puts it is found without its last slash too", async () => {
  const options = { room, folder: import.meta.dirname, host: "127.0.0.1", port: 0, joinAt: String, base: "/school/" };
  const below = await serveClass({ ...options, download: async () => null });
  const at = `http://127.0.0.1:${below.port}`;
  const typed = await fetch(`${at}/school`, { redirect: "manual" });
  expect([typed.status, typed.headers.get("location")]).toEqual([308, "/school/"]);
  expect((await fetch(`${at}/school/qr.svg`)).status).toBe(200);
  await below.close();
});

it("ten megabytes of text are refused by their announced length, before they are read", async () => {
  const { socket, closed } = await rawSocket(served.port);
  socket.write(frame("x", { claims: 10_000_000 }));
  expect(await closed).toBe(1009);
  await unharmed();
});

it("a million messages are cut short after a few dozen, while others are served", async () => {
  const { socket, closed } = await rawSocket(served.port);
  const thousand = Buffer.concat(Array.from({ length: 1000 }, () => frame('{"say":"back"}')));
  let gone = false;
  void closed.then(() => (gone = true));
  const flood = (async () => {
    for (let k = 0; k < 1000 && !gone; k++)
      if (!socket.write(thousand)) await Promise.race([new Promise((done) => socket.once("drain", done)), closed]);
  })();
  await unharmed();
  await flood;
  expect(await closed).toBe(1008);
  expect(socket.bytesWritten).toBeLessThan(1000 * thousand.length);
});

it.each([
  ["frames of no known kind", frame("x", { opcode: 3 })],
  ["text that is none", Buffer.concat([frame(""), Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])])],
  ["no frames at all", Buffer.alloc(5000, 0xff)],
])("%s close their own line alone", async (_what, bytes) => {
  const { socket, closed } = await rawSocket(served.port);
  socket.write(bytes);
  expect([1002, 1007]).toContain(await closed);
  await unharmed();
});

it("a storm of pings is not answered for ever", async () => {
  const { socket, closed } = await rawSocket(served.port);
  socket.write(Buffer.concat(Array.from({ length: 1000 }, () => frame("", { opcode: 9 }))));
  await closed;
  await unharmed();
});

it("lines held open for nothing keep nobody out", async () => {
  await Promise.all(Array.from({ length: 3 * MOST }, () => rawSocket(served.port)));
  const late = join("Late");
  await seated(late);
  expect(Object.values(room.state.players).map((p) => p.name)).toEqual(["Honest", "Late"]);
  await expect.poll(() => honest.turn, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0); // it hears in its turn
  late.end();
});
