const MARKET = "scenario: textbook-logit\nagents: 50\n";
const PARAMETERS = "parameters: [{path: demand.mu, range: [0.1, 0.5]}]\n";
const FEW = "replications: 1\nevaluations: 4\n";

/** Files that a reader of the documents has already: by name, a file of the tests or what it says. */
export const FILES: readonly (readonly [name: string, from: string])[] = [
  ["prices.csv", "vendor,model,input,output,currency\nOpenAI,gpt-6-luna,0.1,0.5,USD\nTencent,Hy4,6,18,CNY\n"],
  ["价格.csv", "厂商,模型,输入价格（元/百万token）,输出价格（元/百万token）\n腾讯,Hy4,6,18\n"],
  ["newer.json", "test/support/price-files/litellm_excerpt.json"],
  ["half-way.mjs", "test/support/plugins/half-way.mjs"],
  ["design.yaml", `${MARKET}method: sobol\nruns: 2\n${PARAMETERS}`],
  ["sensitive.yaml", MARKET + PARAMETERS],
  ["best.yaml", `${MARKET}vendor: a\nothers: held\nmaximise: vendors.a.grossProfit:mean\n${PARAMETERS}${FEW}`],
  ["fitted.yaml", `${MARKET}${PARAMETERS}${FEW}targets: [{series: market.hhi, points: {2024-02-01: 0.5}}]\n`],
];

/** What a command is given where its verb takes it. */
export const SIZES: readonly (readonly [flag: string, value: string])[] = [
  ["--agents", "200"],
  ["--weeks", "6"],
  ["--runs", "2"],
  ["--replications", "1"],
  ["-n", "2"],
];

/** What makes a long command short, and why its number of runs is no flag. */
export const ADDED: readonly (readonly [command: RegExp, words: readonly string[], why: string])[] = [
  [/^sweep entrant-price/, ["--shard", "1/50"], "its design is a map of a hundred runs"],
];

/** Programs on a small market: what they call is what is tried. */
export const PROGRAM_SIZE: readonly (readonly [from: string, to: string])[] = [
  ['loadScenario("china-2024")', 'loadScenario("textbook-logit", { weeks: 14 })'],
  ['loadScenario("no-trigger")', 'loadScenario("textbook-logit", { weeks: 14 })'],
  ['sensitivity("china-2024"', 'sensitivity("sensitive.yaml"'],
  ['optimise("best-price")', 'optimise("best.yaml")'],
  ['calibrate("calibrate-demand")', 'calibrate("fitted.yaml")'],
  ['"2024-12-31"', '"2024-03-31", runs: 2'],
  ["2024-06-30", "2024-03-31"],
  ["runs: 200", "runs: 2"],
  ["runs=200", "runs=2, agents=200, weeks=6"],
  ["runs=20)", "runs=2, agents=200, weeks=6)"],
  ['"runs": 40', '"runs": 2, "agents": 200, "weeks": 6'],
  ["run.arrow()", "callable(run.arrow)"], // Debian has no pyarrow
  ['run("china-2024"', 'run("china-2024", agents=200, weeks=6'],
];

/** Commands that serve, need another machine, another version or minutes: each is run by a test of its own. */
export const ELSEWHERE: readonly (readonly [command: RegExp, where: string])[] = [
  [/^class\b/, "serves: test/cli/class.test.ts"],
  [/^mcp\b/, "serves: test/cli/mcp.test.ts"],
  [/^worker\b|--backend/, "a queue: test/slow/queue.test.ts"],
  [/^merge\b|--shard/, "twenty machines: test/slow/sweep-cli.test.ts"],
  [/^diff\b/, "another version: test/unit/cli/diff.test.ts"],
  [/^validate\b/, "a minute: test/slow/validation.test.ts"],
  [/^backtest\b/, "a minute: test/unit/backtest-result.test.ts"],
  [/^posterior\b|--draws\b/, "minutes: test/cli/posterior.test.ts"],
  [/pdf/, "a browser that prints: test/slow/report-writers.test.ts"],
  [/half-way\.mjs/, "other tests must not see the plugin: test/cli/plugin.test.ts"],
];

/** Other lines for a shell, and where they are run. */
export const LINES: readonly (readonly [line: RegExp, where: string])[] = [
  [/^npm (start|test|install|run (check|sweep|report))$/, "the gate; test/cli/project.test.ts"],
  [/^pip install /, "test/slow/python.test.ts"],
  [/^PRICEWAR_FAULTS=/, "test/slow/faults.test.ts"],
];

/** What is done with a block of each language. */
export const RUNNERS: Readonly<Record<string, string>> = {
  sh: "run",
  bash: "run",
  js: "run",
  python: "run",
  yaml: "read (test/unit/docs-yaml.test.ts)",
  json: "read",
  sql: "run (test/slow/sweep-cli.test.ts)",
  r: "run (test/slow/r.test.ts)",
  text: "shown: a formula, a tree of folders, what was printed",
};
