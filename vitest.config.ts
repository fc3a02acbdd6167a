import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { browserPath } from "./scripts/system.mjs";
import { nodeFingerprint } from "./test/support/in-node.ts";

/** Shared memory needs an isolated page. */
const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/**
 * What is shipped (dist) runs as it is, and properties draw the same cases every time, so that a suite which passed
 * passes again; another number, as `npm test -- --draw 7`, looks elsewhere.
 */
const common = {
  server: { deps: { external: [/\/dist\//] } },
  setupFiles: ["test/support/draw.ts"],
  provide: { draw: Number(process.env.PRICEWAR_DRAW ?? 1) },
};

/** The built app, served once, in a real browser. */
const pages = {
  globalSetup: ["test/support/serve-app.ts"],
  retry: 1, // a machine of two cores stalls now and then; vitest names what it had to repeat
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

/**
 * Each project is a folder of tests with one need: nothing, no company, a browser, or time. Limits of time
 * only end what hangs: they are many times what a quiet machine takes, since no test is about time.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          // None of these leaves traces (others: test/alone); loading everything anew for each file takes a minute
          isolate: false,
          include: ["test/{theory,invariants,golden,unit,cli,workers}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...common,
          name: "alone", // they count a heap, or add to the registries of plugins
          include: ["test/alone/**/*.test.ts"],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          ...common,
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          ...pages,
        },
      },
      {
        server: { headers: isolated },
        test: {
          ...common,
          name: "inside", // these run in the browser itself
          include: ["test/browser/**/*.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: browserPath(), args: ["--no-sandbox"] } }),
            instances: [{ browser: "chromium" }],
            commands: { nodeFingerprint },
          },
          testTimeout: 240_000,
        },
      },
      {
        test: {
          ...common,
          name: "slow",
          // Its files get a disk with faults (test/slow/faults.test.ts).
          server: { deps: { ...common.server.deps, inline: ["hyparquet-writer"] } },
          include: ["test/slow/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...common,
          name: "slow-browser",
          include: ["test/slow/pages/*.test.ts"],
          ...pages,
        },
      },
    ],
  },
});
