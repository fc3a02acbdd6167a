import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type Host, Page } from "./page.ts";
import { pace } from "./pace.ts";

/** What is read of one message at all [bytes]; pages refuse far shorter ones in words. */
const MOST_READ = 262_144;
/** What may wait to be sent to one page [bytes]: who takes nothing any more is let go, and comes back. */
const MOST_WAITING = 2_000_000;
/** As long as so much waits, a page is told nothing new that can be told later [bytes]. */
const BEHIND = 65_536;
const STRIKES = 40;
const MOST_PAGES = 1000;
/** A round that opens or closes is told at once; who else has handed in, a few times a second. */
const [SOON_MS, LATER_MS] = [40, 400];
const BEAT_MS = 10_000;
/** How long a page that was sent away has to close its line [ms]. */
const GOODBYE_MS = 1000;

/** Carries messages between pages and the class; pages hear together of what has changed. */
export function carry(server: Server, host: Host, most = MOST_PAGES): { close(): void } {
  const sockets = new WebSocketServer({ server, maxPayload: MOST_READ, perMessageDeflate: false, autoPong: false });
  sockets.on("error", () => {}); // a port that is taken: whoever listens on the server hears of it
  const { plan, stop } = refreshing(host);
  const alive = new WeakSet<WebSocket>();
  const lines = new Map<Page, WebSocket>();
  sockets.on("connection", (socket) => {
    if (lines.size >= most && !makeRoom(lines)) return socket.close(1013);
    alive.add(socket);
    const page = connect(socket, host, () => void alive.add(socket));
    lines.set(page, socket);
    socket.on("close", () => {
      lines.delete(page);
      page.close();
      plan(LATER_MS);
    });
  });
  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, BEAT_MS);
  return {
    close() {
      stop();
      clearInterval(beat);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** The oldest page that has neither a seat nor the board goes: lines held open for nothing keep nobody out. */
function makeRoom(lines: ReadonlyMap<Page, WebSocket>): boolean {
  const [, socket] = [...lines].find(([page]) => !page.known) ?? [];
  socket?.terminate();
  return socket !== undefined;
}

/** A socket as a page. `heard` whenever anything comes. */
function connect(socket: WebSocket, host: Host, heard: () => void): Page {
  const send = (text: string) => {
    if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
    else socket.send(text);
  };
  const page = new Page(host, send, () => socket.bufferedAmount < BEHIND);
  const within = pace(host.now);
  socket.on("message", (data, binary) => {
    if (page.strikes > STRIKES) return; // more of them may have been read at once
    heard();
    void page.receive(binary ? "" : (data as Buffer).toString("utf8"));
    if (page.strikes > STRIKES) sendAway(socket);
  });
  socket.on("ping", (data) => {
    if (within()) socket.pong(data);
    else socket.terminate();
  });
  socket.on("pong", heard);
  socket.on("error", () => {}); // what is too large or no protocol closes the socket by itself
  return page;
}

function sendAway(socket: WebSocket): void {
  socket.close(1008);
  socket.pause(); // whatever else it has sent stays with it
  setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
}

interface Refreshing {
  /** Pages will be told after so long at most [ms]. */
  plan(after: number): void;
  stop(): void;
}

function refreshing({ room, pages, now }: Host): Refreshing {
  let [timer, due] = [undefined as ReturnType<typeof setTimeout> | undefined, Infinity];
  const plan = (after: number) => {
    if (due <= now() + after) return;
    clearTimeout(timer);
    due = now() + after;
    timer = setTimeout(refresh, after);
  };
  function refresh(): void {
    due = Infinity;
    const behind = [...pages].filter((page) => !page.refresh());
    if (behind.length > 0) plan(LATER_MS);
  }
  const deaf = room.listen((prompt) => plan(prompt ? SOON_MS : LATER_MS));
  return { plan, stop: () => (deaf(), clearTimeout(timer)) };
}
