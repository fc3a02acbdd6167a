import { type MixedLogit, patchScenario, type Recording, type Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { type MeasureArguments, measures } from "../../engine/backtest/measures.ts";

/** Fitted: IDC's totals, and ByteDance's share of 2024, external customers. Sources in scenarios/facts/outcomes.csv. */
const TOTAL_2024 = 111e12; // 114.2 T of the year, less about 3 T before April (assumption)
const TOTAL_2025H1 = 536.7e12;
const BYTEDANCE_2024 = 0.464;
const ZHIPU_MARGIN_2024 = 0.034; // of its cloud, as the prospectus has it
export const YEAR_2024 = { from: "2024-04-01", to: "2024-12-31" };
const HALF_2025 = { from: "2025-01-01", to: "2025-06-30" };
const AFTER_R1 = 1; // the point of the growth path that begins on 20 January 2025

/** A scenario's four fitted numbers, and what they give for what they are fitted to. */
interface Round {
  readonly level: number;
  readonly growthAfterR1: number;
  readonly trust: number; // ByteDance's
  readonly fleetUse: number; // Zhipu's
  readonly tokens2024: number;
  readonly tokens2025: number;
  readonly share: number; // ByteDance's, 2024
  readonly margin: number; // Zhipu's cloud, 2024
  readonly runs: readonly Recording[];
}

/**
 * Runs the scenario, tells what it gives, and moves its four fitted numbers towards what is known. Volumes scale with
 * one factor, growth after R1 with one rate; a vendor's trust is found as Berry (1994) finds mean utilities: add
 * ln(observed share) - ln(simulated share), and again, until they agree. What a fleet costs goes as one over its use,
 * so that the cost share of revenue that the prospectus tells gives the use.
 */
export async function refit(
  scenario: Scenario,
  pool: Runner,
  replications: number,
): Promise<{ readonly round: Round; readonly next: Scenario }> {
  const all = Array.from({ length: replications }, (_, k) => k); // the backtest's own first ones
  const runs = await Promise.all(all.map((replication) => pool.run({ scenario, seed: "1", replication })));
  const mean = (measure: string, span: MeasureArguments) => average(runs, measure, span);
  const { volume, growth: path, mu } = scenario.demand as MixedLogit;
  const growth = path as { at: readonly string[]; value: readonly number[] };
  const round: Round = {
    level: volume.level,
    growthAfterR1: growth.value[AFTER_R1],
    trust: scenario.vendors.bytedance.trust,
    fleetUse: Number(scenario.vendors.zhipu.fleetUse),
    tokens2024: mean("tokens", YEAR_2024),
    tokens2025: mean("tokens", HALF_2025),
    share: mean("tokenShare", { ...YEAR_2024, vendor: "bytedance" }),
    margin: mean("grossMargin", { ...YEAR_2024, vendor: "zhipu" }),
    runs,
  };
  const late = TOTAL_2025H1 / TOTAL_2024 / (round.tokens2025 / round.tokens2024);
  const next = patchScenario(scenario, {
    "demand.volume.level": (round.level * TOTAL_2024) / round.tokens2024,
    // The half year's mean lies about a quarter of a year after the rate sets in.
    "demand.growth": { ...growth, value: growth.value.map((g, k) => (k === AFTER_R1 ? g + 3 * Math.log(late) : g)) },
    "vendors.bytedance.trust": round.trust + mu * Math.log(odds(BYTEDANCE_2024) / odds(round.share)),
    "vendors.zhipu.fleetUse": (round.fleetUse * (1 - round.margin)) / (1 - ZHIPU_MARGIN_2024),
  });
  return { round, next };
}

const odds = (share: number): number => share / (1 - share);

export const average = (runs: readonly Recording[], measure: string, span: MeasureArguments): number =>
  runs.reduce((sum, r) => sum + measures[measure](r, span), 0) / runs.length;
