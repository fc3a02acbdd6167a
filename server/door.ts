import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** What a page of ours may do: run its own scripts, draw, and talk to where it came from; be framed by nobody. */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "connect-src": "'self' blob:",
  "worker-src": "'self' blob:",
  "frame-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** The policy as one text, with some of it said otherwise. */
export const policyText = (more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ ...POLICY, ...more })
    .map(([what, from]) => `${what} ${from}`)
    .join("; ");

/** Headers of every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": policyText({ "frame-ancestors": "'none'" }),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * A server whose pages are read: other methods, addresses that are none and ranges that make no sense are answered
 * here, and whatever an answer throws ends that answer alone, never the server.
 */
export function readingServer(headers: Readonly<Record<string, string>>, answer: Answer): Server {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { method = "", url = "" } = request;
    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return end(response, 405);
    }
    if (!URL.canParse(url, "http://here") || !url.startsWith("/")) return end(response, 400);
    if (!isRange(request.headers.range)) delete request.headers.range; // RFC 9110, 14.2: as if it were not there
    response.on("error", () => {}); // whoever asked has gone
    void Promise.resolve()
      .then(() => answer(request, response))
      .catch(() => (response.headersSent ? response.destroy() : end(response, 500)));
  });
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

/** One range whose end does not come before its start; several at once, or from the end, are not served. */
function isRange(header: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  return from !== undefined && (to === "" || Number(from) <= Number(to));
}
