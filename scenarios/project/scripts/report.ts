// Writes a report on the scenario against china-2024: report.html.
import { writeFileSync } from "node:fs";
import { loadScenario, nodePool, registerStrategy, report } from "pricewar";
import matchLowest from "../strategies/match-lowest.ts";

registerStrategy(matchLowest);
const plugins = [new URL("../strategies/match-lowest.ts", import.meta.url).href];
const pool = nodePool();
const runner: typeof pool = {
  ...pool,
  run: (job, how) => pool.run({ ...job, plugins }, how), // threads load the strategy too
  measure: (job, outputs, how) => pool.measure({ ...job, plugins }, outputs, how),
};
const scenarios = [await loadScenario("scenario.yaml"), await loadScenario("china-2024")] as const;
const [file] = await report(scenarios, { runs: 8, runner });
writeFileSync("report.html", file.bytes);
await pool.close();
