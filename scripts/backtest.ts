import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario } from "../engine/authoring.ts";
import { type Backtest, backtest, compile, recordingFingerprint, simulateModel } from "../engine/index.ts";

const root = join(import.meta.dirname, "..");
const RUNS = 20;

/** What the model gives for each public figure of 2024 and 2025: the model page and reports say it without running. */
export const BACKTEST_RESULT = "scenarios/backtest/china-2024-result.json";

export const backtestPlan = (): Backtest =>
  JSON.parse(readFileSync(join(root, "scenarios/backtest/china-2024-history.json"), "utf8")) as Backtest;

const run = (replication: number) => {
  const { scenario: id } = backtestPlan();
  const resolve = (name: string) => {
    const file = join(root, `scenarios/library/${name}.yaml`);
    return { file, text: readFileSync(file, "utf8") };
  };
  const { scenario } = readScenario(resolve(id).text, { ...resolve(id), resolve });
  return simulateModel(compile(scenario, { seed: "1", replication }));
};

/** Of the first of its runs: when that comes out otherwise, the file is old. */
export const backtestFingerprint = (): string => recordingFingerprint(run(0));

export function backtestText(): string {
  const rows = backtest(
    backtestPlan(),
    Array.from({ length: RUNS }, (_, k) => run(k)),
  );
  const results = rows.map(({ target, ...found }) => ({
    id: target.id,
    mean: found.mean,
    low: found.low,
    high: found.high,
    error: found.error,
    covered: found.covered,
    right: found.right,
  }));
  return `${JSON.stringify({ runs: RUNS, fingerprint: backtestFingerprint(), results }, null, 1)}\n`;
}
