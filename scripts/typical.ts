// npx tsx scripts/typical.ts china-2024 market-2026: which replication of seed 1 lies nearest the median of twenty, for
// the field `typical` of a scenario's file.
import process from "node:process";
import { loadScenario } from "../cli/library.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { mostTypical } from "./typical/nearest-median.ts";

const RUNS = 20;

const pool = nodePool();
for (const id of process.argv.slice(2)) {
  const scenario = { ...(await loadScenario(id)), typical: 0 };
  const all = Array.from({ length: RUNS }, (_, replication) => replication);
  const runs = await Promise.all(all.map((replication) => pool.run({ scenario, seed: "1", replication })));
  process.stdout.write(`${id}: ${mostTypical(runs)}\n`);
}
await pool.close();
