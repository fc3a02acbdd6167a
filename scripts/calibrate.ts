// npx tsx scripts/calibrate.ts [rounds]: fits china-2024-history to what is known of 2024 and 2025H1, and prints the
// values to write into scenarios/library/china-2024.yaml. Everything else in the backtest is a test, not a fit.
import process from "node:process";
import { loadScenario } from "../cli/library.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { refit } from "./calibration/fit.ts";

const trillions = (tokens: number) => `${(tokens / 1e12).toFixed(1)} T`;
const percent = (x: number) => `${(100 * x).toFixed(1)} %`;

const pool = nodePool();
let scenario = await loadScenario("china-2024-history");
for (let k = 0; k < Number(process.argv[2] ?? 6); k++) {
  const { round, next } = await refit(scenario, pool, 12);
  const numbers = [
    `level ${round.level.toFixed(3)}`,
    `growth after R1 ${round.growthAfterR1.toFixed(3)}`,
    `ByteDance's trust ${round.trust.toFixed(3)}`,
    `Zhipu's use of its fleet ${round.fleetUse.toFixed(3)}`,
  ];
  const given = [
    `2024 ${trillions(round.tokens2024)}`,
    `2025H1 ${trillions(round.tokens2025)}`,
    `ByteDance ${percent(round.share)}`,
    `Zhipu's margin ${percent(round.margin)}`,
  ];
  process.stdout.write(`${k}: ${numbers.join(", ")} -> ${given.join(", ")}\n`);
  scenario = next;
}
await pool.close();
