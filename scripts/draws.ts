// npx tsx scripts/draws.ts demand.json conduct.json: the draws that come with china-2024, from what
// `pricewar posterior known-2024-demand` and `known-2024-conduct` wrote with --out.
//
// Demand is weighed at the prices really posted and conduct by the prices it leads to, each on its own (a “cut”,
// Plummer 2015): where the rule goes wrong late in the year it shall not bend what is known of buyers.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Posterior } from "../experiments/posterior.ts";

const SCENARIO = "china-2024";
const DIGITS = 6;
const STRIDE = 27; // prime to the number of draws: draws come in the order of their weight, and shall not meet in it

const [demand, conduct] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, "utf8")) as Posterior);
const n = demand.draws.length;
const joined = {
  scenario: SCENARIO,
  designs: ["known-2024-demand", "known-2024-conduct"],
  widened: [demand.widened, conduct.widened],
  parameters: [...demand.parameters, ...conduct.parameters],
  draws: demand.draws.map((draw, k) => [...draw, ...conduct.draws[(k * STRIDE) % n]]),
};
const text = JSON.stringify(joined, (_key, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value,
);
const file = join(import.meta.dirname, "..", "scenarios", "draws", `${SCENARIO}.json`);
writeFileSync(file, text.replaceAll(/,(?="(?:designs|widened|parameters|draws|path)":|\[|\{)/g, ",\n") + "\n");
process.stdout.write(`${SCENARIO}: ${n} draws of ${joined.parameters.length} parameters\n`);
