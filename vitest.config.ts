import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{theory,invariants,golden,unit,cli}/**/*.test.ts", "test/*.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
