import { defineConfig } from "vitest/config";

/** Each project is a folder of tests with one need: nothing, a heap of its own, a browser, a service, or time. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          isolate: false, // nothing here leaves traces, and loading everything anew for each file takes a minute
          include: ["test/{theory,invariants,golden,unit,cli,workers}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "memory",
          include: ["test/memory/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/serve-app.ts"],
          fileParallelism: false, // runs are timed by people, not by each other
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "services",
          include: ["test/services/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
