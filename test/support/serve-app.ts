import { execFileSync } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import sirv from "sirv";
import type { TestProject } from "vitest/node";
import { HEADERS, policyText, readingServer } from "../../server/door.ts";
import { isStale } from "../../scripts/build.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    readonly address: string;
  }
}

const root = join(import.meta.dirname, "../..");

/** Builds the app if it is older than its sources and serves it, from a folder below the top as some hosts do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (isStale(join(root, "dist/app/index.html"))) {
    // A process of its own: under vitest this one is in test mode, and would build a development app.
    const env = { ...process.env, NODE_ENV: "production" };
    execFileSync("npx", ["vite", "build", "--logLevel", "error"], {
      cwd: root,
      env,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
  }
  const files = sirv(join(root, "dist/app"), { dev: true });
  const violations: string[] = [];
  const policy = policyText({ "frame-ancestors": "'none'", "report-uri": "/violations" });
  const reading = readingServer({ ...HEADERS, "Content-Security-Policy": policy }, (request, response) => {
    request.url = request.url?.replace(/^\/some\/where/, "");
    files(request, response, () => void response.writeHead(404).end());
  });
  const [read] = reading.listeners("request") as RequestListener[];
  const server = createServer((request, response) => {
    if (request.url !== "/violations") return read(request, response);
    void text(request).then((report) => violations.push(report));
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  project.provide("address", `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`);
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
    if (violations.length > 0) throw new Error(`pages did what their policy forbids:\n${violations.join("\n")}`);
  };
}
