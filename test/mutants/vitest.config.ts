import process from "node:process";
import { defineConfig } from "vitest/config";

/** The quick tests in one project, for Stryker: mutants are put into the sources, so nothing built is tested. */
const tests = process.env.PRICEWAR_TESTS ?? "test/{theory,invariants,golden,unit}/**/*.test.{ts,tsx}";

export default defineConfig({
  test: {
    setupFiles: ["test/support/draw.ts"],
    provide: { draw: 1 },
    include: tests.split(" "),
    testTimeout: 240_000,
  },
});
