import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import process from "node:process";
import sirv from "sirv";
import type { TestProject } from "vitest/node";
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
  const server = createServer((request, response) => {
    request.url = request.url?.replace(/^\/some\/where/, "");
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  project.provide("address", `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`);
  return () => new Promise((closed) => server.close(() => closed()));
}
