// npx tsx scripts/identify.ts: what each moment of 2024 says of demand. Every row sets one thing otherwise, fits the
// four fitted numbers anew, and prints the moments that are not fitted. docs/elasticities.md keeps what it prints.
import process from "node:process";
import { elasticitySummary } from "../cli/elasticity/summary.ts";
import { loadScenario } from "../cli/library.ts";
import { patchScenario } from "../engine/index.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { average, refit, YEAR_2024 } from "./calibration/fit.ts";

const values = (developers: number, enterprises: number, bulk: number) => ({
  "demand.segments.developers.lnV.mean": Math.log(developers),
  "demand.segments.enterprises.lnV.mean": Math.log(enterprises),
  "demand.segments.bulk.lnV.mean": Math.log(bulk),
});
const everywhere = (path: string, value: unknown) =>
  Object.fromEntries(["developers", "enterprises", "bulk"].map((s) => [`demand.segments.${s}.${path}`, value]));

/** What is set otherwise: values are medians [CNY/Mtok] of developers, enterprises, bulk. */
const ROWS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "as it stands: 18, 52, 6": {},
  "40, 119, 6 (as it was)": values(40, 119, 6),
  "a third: 6, 17, 2": values(6, 17, 2),
  "one value for all: 18, 18, 18": values(18, 18, 18),
  "values spread more (sd 1.6)": everywhere("lnV.sd", 1.6),
  "large users value less (slope -1)": { "demand.volume.slope": -1 },
  "tastes closer (mu .11)": { "demand.mu": 0.11 },
  "one vendor each (no multi-homing)": everywhere("multihoming", { share: 0, volume: 0.3 }),
};

const pool = nodePool();
const cells = (row: readonly string[]) => process.stdout.write(`| ${row.join(" | ")} |\n`);
cells(["", "Alibaba", "Baidu", "yuan per Mtok", "Zhipu's revenue, mn", "all prices, 2025", "one price, 2025"]);
cells(["---", "---:", "---:", "---:", "---:", "---:", "---:"]);
cells(["in public", "19 %", "19 %", "6.2", "36", "", "about −1.1"]);
for (const [name, changes] of Object.entries(ROWS)) {
  let scenario = patchScenario(await loadScenario("china-2024-history"), changes);
  for (let k = 0; k < 3; k++) scenario = (await refit(scenario, pool, 2)).next;
  const { runs } = (await refit(scenario, pool, 6)).round;
  const asked = { at: "2025-03-31", seed: "1", draws: null, count: 1, onProgress: () => {} };
  const { market } = elasticitySummary(patchScenario(scenario, { "demand.agents": 4000 }), asked);
  const of = (measure: string, vendor?: string) => average(runs, measure, { ...YEAR_2024, vendor });
  const share = (vendor: string) => `${(100 * of("tokenShare", vendor)).toFixed(0)} %`;
  cells([
    name,
    share("alibaba"),
    share("baidu"),
    of("revenuePerMtok").toFixed(1),
    (of("revenue", "zhipu") / 1e6).toFixed(0),
    market.all.median.toFixed(2).replace("-", "−"),
    market.own.median.toFixed(2).replace("-", "−"),
  ]);
}
await pool.close();
