// npx tsx scripts/calibrate.ts [rounds]: fits china-2024-history to what is known of 2024 and 2025H1, and prints the
// values to write into scenarios/library/china-2024.yaml. Everything else in the backtest is a test, not a fit.
//
// Volumes scale with one factor, growth after R1 with one rate; a vendor's trust is found as Berry (1994) finds mean
// utilities: add ln(observed share) - ln(simulated share), and again, until they agree.
import process from "node:process";
import { type MixedLogit, patchScenario, type Scenario } from "../engine/index.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { loadScenario } from "../cli/library.ts";
import { type MeasureArguments, measures } from "../engine/backtest/measures.ts";
import type { Recording } from "../engine/index.ts";

const SEEDS = [1, 2, 3, 4];
/** Fitted: IDC's totals, and ByteDance's share of 2024, external customers. Sources in scenarios/facts/outcomes.csv. */
const TOTAL_2024 = 111e12; // 114.2 T of the year, less about 3 T before April (assumption)
const TOTAL_2025H1 = 536.7e12;
const BYTEDANCE_2024 = 0.464;
const YEAR_2024 = { from: "2024-04-01", to: "2024-12-31" };
const HALF_2025 = { from: "2025-01-01", to: "2025-06-30" };
const AFTER_R1 = 1; // the point of the growth path that begins on 20 January 2025

const rounds = Number(process.argv[2] ?? 6);
const pool = nodePool();
let scenario: Scenario = await loadScenario("china-2024-history");

for (let round = 0; round < rounds; round++) {
  const runs = await Promise.all(SEEDS.map((seed) => pool.run({ scenario, seed })));
  const mean = (measure: string, span: MeasureArguments) => average(runs, measure, span);
  const tokens2024 = mean("tokens", YEAR_2024);
  const tokens2025 = mean("tokens", HALF_2025);
  const share = mean("tokenShare", { ...YEAR_2024, vendor: "bytedance" });
  const demand = scenario.demand as MixedLogit;
  const growth = demand.growth as { at: readonly string[]; value: readonly number[] };
  const { trust } = scenario.vendors.bytedance;
  const now = [
    `level ${demand.volume.level.toFixed(3)}`,
    `growth after R1 ${growth.value[AFTER_R1].toFixed(3)}`,
    `ByteDance's trust ${trust.toFixed(3)}`,
  ].join(", ");
  const trillions = (tokens: number) => `${(tokens / 1e12).toFixed(1)} T`;
  const totals = `2024 ${trillions(tokens2024)}, 2025H1 ${trillions(tokens2025)}`;
  const got = `${totals}, ByteDance ${(100 * share).toFixed(1)} %`;
  process.stdout.write(`${round}: ${now} -> ${got}\n`);
  const late = TOTAL_2025H1 / TOTAL_2024 / (tokens2025 / tokens2024);
  scenario = patchScenario(scenario, {
    "demand.volume.level": (demand.volume.level * TOTAL_2024) / tokens2024,
    // The half year's mean lies about a quarter of a year after the rate sets in.
    "demand.growth": { ...growth, value: growth.value.map((g, k) => (k === AFTER_R1 ? g + 3 * Math.log(late) : g)) },
    "vendors.bytedance.trust": trust + demand.mu * Math.log(odds(BYTEDANCE_2024) / odds(share)),
  });
}
await pool.close();

function odds(share: number): number {
  return share / (1 - share);
}

function average(runs: readonly Recording[], measure: string, span: MeasureArguments): number {
  return runs.reduce((sum, r) => sum + measures[measure](r, span), 0) / runs.length;
}
