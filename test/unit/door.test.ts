import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sirv from "sirv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HEADERS, readingServer } from "../../server/door.ts";

const folder = mkdtempSync(join(tmpdir(), "pricewar-door-"));
writeFileSync(join(folder, "index.html"), "0123456789".repeat(10));
const files = sirv(folder, { etag: true });
let fails = false;
const server = readingServer(HEADERS, async (request, response) => {
  if (fails) throw new Error("out of order");
  files(request, response, () => void response.writeHead(404).end());
});
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are, and gives the head of the answer. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(text));
    socket.setTimeout(2000, () => socket.destroy());
    let heard = "";
    socket.on("data", (bytes) => (heard += String(bytes)));
    socket.on("error", () => resolve(heard));
    socket.on("close", () => resolve(heard));
  });
}

const ask = (line: string, ...more: string[]) =>
  raw([`${line} HTTP/1.1`, "Host: here", "Connection: close", ...more, "", ""].join("\r\n"));
const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);

const RANGES = [
  "bytes=50-2",
  "bytes=-",
  "bytes=a-b",
  "bytes=0-1,5-2",
  "lines=1-2",
  "bytes=-5",
  "bytes=9999999999999999999-",
];

test.each(RANGES)("a range of %s is as if it were not there, and the server goes on", async (range) => {
  const answer = await ask("GET /", `Range: ${range}`);
  expect(statusOf(answer)).toBe(200);
  expect(answer).toMatch(/(0123456789){10}$/);
});

test("a range that makes sense is served, one beyond the end refused", async () => {
  expect(await ask("GET /", "Range: bytes=2-5")).toMatch(/^HTTP\/1.1 206[^]*\r\n\r\n2345$/);
  expect(statusOf(await ask("GET /", "Range: bytes=500-"))).toBe(416);
});

test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not taken for a wish to read", async (method) => {
  const answer = await ask(`${method} /`);
  expect(statusOf(answer)).toBe(405);
  expect(answer).toMatch(/\r\nAllow: GET, HEAD\r\n/);
});

test.each(["//", "http://[", "*", "/%ff", "/%00", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"])(
  "an address of %s is answered, and the server goes on",
  async (path) => {
    const status = statusOf(await ask(`GET ${path}`));
    expect([200, 400, 404, 500]).toContain(status);
    expect(statusOf(await ask("GET /"))).toBe(200);
  },
);

test("an answer that fails is an answer of 500, and the server goes on", async () => {
  fails = true;
  expect(statusOf(await ask("GET /"))).toBe(500);
  fails = false;
  expect(statusOf(await ask("GET /"))).toBe(200);
});

test("every answer says what its page may do", async () => {
  for (const line of ["GET /", "GET /nowhere", "POST /"]) {
    const answer = await ask(line);
    for (const [name, value] of Object.entries(HEADERS)) expect(answer).toContain(`${name}: ${value}`);
  }
});
