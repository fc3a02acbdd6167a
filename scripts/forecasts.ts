// npx tsx scripts/forecasts.ts: writes scenarios/backtest/china-2024-forecasts.json, the scored forecasts that the
// model page shows without running. Takes some minutes. Run `npm run build` first.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { AGENTS, forecastsJson, ORIGINS } from "../cli/backtest/forecasts.ts";
import { readScenario } from "../engine/authoring.ts";
import {
  compile,
  type Forecast,
  fromOrigin,
  hasMoved,
  patchScenario,
  recordingFingerprint,
  type Scenario,
  simulateModel,
} from "../engine/index.ts";
import { fullName } from "../words/names.ts";

const root = join(import.meta.dirname, "..");
const RUNS = 10;

export const FORECASTS = join(root, "scenarios/backtest/china-2024-forecasts.json");

function historyScenario(): Scenario {
  const resolve = (name: string) => {
    const file = join(root, `scenarios/library/${name}.yaml`);
    return { file, text: readFileSync(file, "utf8") };
  };
  const history = resolve("china-2024-history");
  return readScenario(history.text, { ...history, resolve }).scenario;
}

/** Of the first run from the first day: when that comes out otherwise, the file is old. */
export function forecastsFingerprint(): string {
  const small = patchScenario(historyScenario(), { "demand.agents": AGENTS });
  return recordingFingerprint(simulateModel(compile(fromOrigin(small, ORIGINS[0]), { seed: "1", replication: 0 })));
}

/** Scores, and each forecast of a price that moved or was forecast to. */
function kept(all: readonly Forecast[]): string {
  const moved = all.filter(hasMoved);
  const scenario = historyScenario();
  const nameOf = (id: string) => ({ en: fullName(scenario, id, "en"), zh: fullName(scenario, id, "zh") });
  const forecasts = moved.map(({ origin, product, was, low, median, high, came }) => ({
    origin,
    product: nameOf(product),
    was,
    low,
    median,
    high,
    came,
  }));
  const { fitted, tested } = forecastsJson(all);
  return `${JSON.stringify({ runs: RUNS, fingerprint: forecastsFingerprint(), fitted, tested, forecasts }, null, 1)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const args = ["backtest", "china-2024-history", "--forecasts", "-n", String(RUNS), "--json", "--quiet"];
  const text = execFileSync(process.execPath, [join(root, "dist/cli/main.js"), ...args], { encoding: "utf8" });
  writeFileSync(FORECASTS, kept((JSON.parse(text) as { forecasts: Forecast[] }).forecasts));
}
