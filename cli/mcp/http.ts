import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { portTaken } from "../problem-words.ts";
import { UsageError } from "../verb.ts";
import { mcpServer, type Shop } from "./server.ts";

const MOST_SESSIONS = 16;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** A page elsewhere may make a browser call us, under its own name or one that leads here: neither is ours. */
function isOurs({ headers }: IncomingMessage): boolean {
  const { host = "", origin } = headers;
  if (!LOOPBACK.test(host)) return false;
  return origin === undefined || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));
}

/** Serves on this machine alone, a session a client; resolves with the address. @throws UsageError for a taken port. */
export async function serveHttp(shop: Shop, port: number): Promise<{ readonly address: string; close(): void }> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const server = createServer((request, response) => {
    handle(request, response, sessions, shop).catch((error: unknown) => refuse(response, 500, String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: { code?: string }) =>
      reject(error.code === "EADDRINUSE" ? new UsageError(portTaken(port)) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  const close = () => {
    for (const transport of sessions.values()) void transport.close();
    server.close();
  };
  return { address, close };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: Map<string, StreamableHTTPServerTransport>,
  shop: Shop,
): Promise<void> {
  if (!isOurs(request)) return refuse(response, 403, "this server answers this machine only");
  if (request.url?.split("?")[0] !== "/mcp") return refuse(response, 404, "no such address; there is /mcp");
  const id = request.headers["mcp-session-id"];
  const known = typeof id === "string" ? sessions.get(id) : undefined;
  if (known) return known.handleRequest(request, response);
  if (id !== undefined) return refuse(response, 404, "no such session");
  if (sessions.size >= MOST_SESSIONS) return refuse(response, 503, "too many sessions");
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (session) => void sessions.set(session, transport),
  });
  transport.onclose = () => void (transport.sessionId && sessions.delete(transport.sessionId));
  await mcpServer(shop).connect(transport);
  return transport.handleRequest(request, response);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.end();
  const error = { jsonrpc: "2.0", error: { code: -32_000, message }, id: null };
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(error));
}
