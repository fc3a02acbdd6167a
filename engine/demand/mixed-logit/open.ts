import { type AgentNeeds, newAgents } from "./agents.ts";
import { forBlocks } from "./blocks.ts";
import { COLUMNS } from "./ledger.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { AWARE, tallyRow, tallyWidth } from "./tally.ts";

/** What a fresh market holds of its people: nobody uses anything yet, a few have heard of such products. */
export function openPeople(model: AgentModel): Pick<AgentMarket, "agents" | "expectations"> {
  const agents = newAgents(model.population, needsOf(model));
  const { demand, population } = model;
  forBlocks(population, (_s, from, to, block) => {
    for (let i = from; i < to; i++) {
      if (population.early[i] >= demand.awareness.start) continue;
      agents.aware[i] = 1;
      agents.tally[tallyRow(model, block) + AWARE] += population.weight[i];
    }
  });
  return { agents, expectations: { fall: demand.expectations.start } };
}

/** Columns that only some scenarios need are not laid out in the others. */
function needsOf({
  crew,
  population,
  products,
  segments,
  vendors,
  scenario,
  demand,
  allowances,
}: AgentModel): AgentNeeds {
  const blocks = population.segmentOf.length;
  return {
    ledger: crew.share(blocks * products.length * COLUMNS),
    tally: crew.share(blocks * tallyWidth({ products, vendors })),
    second: segments.some((s) => s.segment.multihoming.share > 0),
    credits: vendors.some((v) => v.vendor.credits.amount > 0) || scenario.events.some((e) => e.kind === "credits"),
    tastes: demand.tasteLife !== null,
    segments: segments.length,
    allowances: allowances ? products.length : 0,
  };
}
