import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { renderSVG } from "uqr";
import { HEADERS, policyText, readingServer } from "./door.ts";
import type { Host } from "./page.ts";
import { isSame, type Room } from "./room.ts";
import { carry } from "./sockets.ts";
import type { Artefact } from "./tables.ts";

interface ServeOptions {
  readonly room: Room;
  readonly folder: string; // of the built pages
  readonly host: string;
  readonly port: number;
  /** Where a proxy puts the server below the top of a site: /pricewar/. */
  readonly base?: string;
  /** Pages at once, when not as many as a school could have. */
  readonly most?: number;
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
    const url = request.url ?? "/";
    if (`${url}/` === base) return void response.writeHead(308, { Location: base }).end(); // typed without its slash
    request.url = below(url, base);
    const done = await answer(request, response, options, server);
    if (!done) files(request, response, () => void response.writeHead(404).end("not found"));
  });
  const host: Host = { room, pages: new Set(), now: room.now };
  const sockets = carry(server, host, options.most);
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
