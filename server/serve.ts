import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { renderSVG } from "uqr";
import { type WebSocket, WebSocketServer } from "ws";
import { HEADERS, policyText, readingServer } from "./door.ts";
import { type Host, Page } from "./page.ts";
import { isSame, type Room } from "./room.ts";
import type { Artefact } from "./tables.ts";

/** What is read of one message at all [bytes]; pages refuse far shorter ones in words. */
const MOST_READ = 262_144;
/** What may wait to be sent to one page [bytes]: who takes nothing any more is let go, and comes back. */
const MOST_WAITING = 4_000_000;
const STRIKES = 40;
const MOST_PAGES = 1000;
/** Pages are told of changes together, a few times a second. */
const REFRESH_MS = 80;
const BEAT_MS = 10_000;

interface ServeOptions {
  readonly room: Room;
  readonly folder: string; // of the built pages
  readonly host: string;
  readonly port: number;
  /** Where a proxy puts the server below the top of a site: /pricewar/. */
  readonly base?: string;
  /** What people open, for the QR code. */
  readonly joinAt: (port: number) => string;
  /** Results to download, by file name; only with the teacher's key. */
  download(name: string): Promise<Artefact | null>;
}

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** Sockets are no addresses of one's own in older browsers. */
const CLASS_HEADERS = {
  ...HEADERS,
  "Content-Security-Policy": policyText({ "connect-src": "'self' ws: wss:", "frame-ancestors": "'none'" }),
};

/** Serves the pages of a class and carries their messages. @throws when the port is taken */
export async function serveClass(options: ServeOptions): Promise<Served> {
  const { room, folder, base = "/" } = options;
  const files = sirv(folder, { etag: true });
  const server = readingServer(CLASS_HEADERS, async (request, response) => {
    request.url = below(request.url ?? "/", base);
    const done = await answer(request, response, options, server);
    if (!done) files(request, response, () => void response.writeHead(404).end("not found"));
  });
  const host: Host = { room, pages: new Set(), now: Date.now };
  const sockets = carry(server, host);
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(options.port, options.host, ready);
  });
  return {
    port: portOf(server),
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** The path within the class, whether or not the proxy in front has taken its own part away. */
const below = (url: string, base: string): string => (url.startsWith(base) ? `/${url.slice(base.length)}` : url);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { room, joinAt, download }: ServeOptions,
  server: Server,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://class");
  if (pathname === "/qr.svg") {
    const svg = renderSVG(joinAt(portOf(server)), { border: 2 });
    response.writeHead(200, { "Content-Type": "image/svg+xml", "Cache-Control": "no-store" }).end(svg);
    return true;
  }
  const name = /^\/results\/([\w.-]+)$/.exec(pathname)?.[1];
  if (name === undefined) return false;
  const allowed = isSame(searchParams.get("key") ?? "", room.state.boardKey);
  const artefact = allowed ? await download(name).catch(() => null) : null;
  if (!artefact) response.writeHead(allowed ? 404 : 403).end();
  else
    response
      .writeHead(200, { "Content-Type": artefact.type, "Content-Disposition": `attachment; filename="${name}"` })
      .end(artefact.bytes);
  return true;
}

/** Sockets as pages, and pages refreshed together when the room has changed. */
function carry(server: Server, host: Host): { close(): void } {
  const { room, pages } = host;
  const sockets = new WebSocketServer({ server, maxPayload: MOST_READ, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();
  let planned: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    planned ??= setTimeout(() => {
      planned = null;
      for (const page of pages) page.refresh();
    }, REFRESH_MS);
  };
  const stop = room.listen(refresh);
  sockets.on("connection", (socket) => {
    if (pages.size >= MOST_PAGES) return socket.close(1013);
    const page = new Page(host, (text) => {
      if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
      else socket.send(text);
    });
    alive.add(socket);
    socket.on("message", (data, binary) => {
      alive.add(socket);
      void page.receive(binary ? "" : (data as Buffer).toString("utf8")).then(() => {
        if (page.strikes > STRIKES) socket.close(1008);
      });
    });
    socket.on("pong", () => alive.add(socket));
    socket.on("error", () => {}); // what is too large or no protocol closes the socket by itself
    socket.on("close", () => {
      page.close();
      refresh();
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
      if (planned) clearTimeout(planned);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
