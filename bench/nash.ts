/**
 * Nash prices of 40 products on 2,000 sampled agents, equilibrium checks included: `npx tsx bench/nash.ts`.
 * Yardstick: under 2 s on one core.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { readScenario } from "../engine/authoring.ts";
import { compile, openMarket, patchScenario, type Scenario } from "../engine/index.ts";
import { demandOf } from "../engine/demand/demand-model.ts";
import { priceEquilibrium } from "../engine/equilibrium/nash.ts";
import { ownership } from "../engine/demand/priced-market.ts";

const file = "scenarios/library/china-2024.yaml";
const { scenario } = readScenario(readFileSync(file, "utf8"), { file });

/** Twin vendors bring the market to 40 products on sale. */
function doubled(base: Scenario, products: number): Scenario {
  const vendors: Record<string, Scenario["vendors"][string]> = {};
  let count = 0;
  for (const twin of ["", "-b"]) {
    for (const [id, vendor] of Object.entries(base.vendors)) {
      const own = Object.entries(vendor.products).filter(([, p]) => !p.reference && count++ < products);
      if (own.length === 0) continue;
      const list = Object.fromEntries(
        own.map(([name, p]) => [name, { ...p, launch: null, quality: p.quality - (twin ? 0.1 : 0) }]),
      );
      vendors[`${id}${twin}`] = { ...vendor, products: list };
    }
  }
  return { ...base, vendors, events: [] };
}

const model = compile(patchScenario(doubled(scenario, 40), { "demand.agents": 2000, "clock.burnInWeeks": 1 }));
const market = openMarket(model);
const { game, products } = demandOf(model).priced(model, market);
const owner = ownership(model, products);
for (const run of [1, 2, 3]) {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const e = priceEquilibrium(game, owner);
  const took = (performance.now() - begun) / 1000;
  const busy = process.cpuUsage(cpu).user / 1e6;
  const size = `${products.length} products, ${model.scenario.demand.agents} agents`;
  const found = [
    `residual ${e.residual.toExponential(1)}`,
    `${e.iterations} steps`,
    `converged ${e.converged}`,
    `second order ${e.secondOrder}`,
    `best deviation ${e.bestDeviation.toExponential(1)}`,
  ];
  console.log(`run ${run}: ${size}, ${took.toFixed(2)} s (${busy.toFixed(2)} s of CPU); ${found.join(", ")}`);
}
