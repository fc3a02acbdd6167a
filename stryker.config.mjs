// Mutants of the engine: small faults put in one by one, each of which some test must notice. A folder at a time:
//   npx stryker run --mutate 'engine/text/*.ts'
// PRICEWAR_TESTS names the tests that are tried (test/mutants/vitest.config.ts): all takes a day.
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutants/vitest.config.ts" },
  tsconfigFile: "none", // what would rewrite it for the sandbox does not know TypeScript 7
  mutate: ["engine/**/*.ts", "!engine/**/*.generated.ts", "!engine/**/wasm/**", "!engine/**/*-words.ts"],
  ignorePatterns: ["dist", "docs/images", "test-results"],
  concurrency: 1,
  reporters: ["clear-text", "json"],
  jsonReporter: { fileName: "test-results/mutants.json" },
  tempDirName: "test-results/stryker",
  timeoutMS: 60_000,
  thresholds: { high: 85, low: 75, break: 75 },
};
