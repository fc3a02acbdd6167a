import { writeFileSync } from "node:fs";
import { thresholds } from "../../engine/demand/mixed-logit/wake.ts";
import { choiceTable } from "../../engine/demand/mixed-logit/tables.ts";
import { growthOf, metered } from "../../engine/demand/mixed-logit/ledger.ts";
import { compile, openMarket, phases } from "../../engine/index.ts";
import { agentMarket, type AgentMarket, agentModel, type AgentModel } from "../../engine/demand/mixed-logit/model.ts";
import { china2024 } from "../runs.ts";

/**
 * The demand side of china-2024's whole year as plain data, for programs that know nothing of the engine:
 * who the people are and what they hold after the burn-in, and for every day what each segment sees and how
 * likely its people are to look. Prices, costs and news are as they came about in the engine's own run;
 * what people do with them is theirs.
 */
export function captureYear(file: string, agents: number): void {
  const scenario = china2024(agents);
  const model = agentModel(compile(scenario, { seed: 1 }));
  const market = agentMarket(openMarket(model));
  const people = peopleOf(model, market);
  const days = [];
  for (; market.tick < model.ticks; market.tick++, market.day += model.tickDays) {
    for (const phase of phases) {
      if (phase.name === "wake")
        days.push({ day: market.day, segments: model.segments.map((s) => seenBy(model, market, s)) });
      phase(model, market);
    }
  }
  const { mu, loyalty, sunk, ramp } = model.demand;
  const products = model.products.map((p) => ({ index: p.index, vendor: p.vendor }));
  writeFileSync(
    file,
    JSON.stringify({
      scenario,
      mu,
      sameVendor: loyalty.sameVendor,
      loyaltyDays: 7 * loyalty.weeks,
      sunk,
      rampDays: 7 * ramp.weeks,
      rampStart: ramp.start,
      products,
      people,
      days,
    }),
  );
}

function peopleOf({ population: p, segments }: AgentModel, { agents }: AgentMarket) {
  return segments.flatMap((s) =>
    Array.from({ length: p.start[s.index + 1] - p.start[s.index] }, (_, k) => {
      const i = p.start[s.index] + k;
      return {
        segment: s.index,
        weight: p.weight[i],
        value: p.value[i],
        volume: p.volume[i],
        outputShare: p.outputShare[i],
        lnFixedCost: p.lnFixedCost[i],
        qualityFloor: Math.max(-1e9, p.qualityFloor[i]), // JSON has no infinity
        switching: p.switching[i],
        perSubscription: s.meter === "month",
        tastes: Array.from(p.taste.subarray(i * p.products, (i + 1) * p.products)),
        held: agents.held[i],
        since: agents.since[i],
        adopted: agents.adopted[i],
        aware: agents.aware[i] === 1,
      };
    }),
  );
}

function seenBy(model: AgentModel, market: AgentMarket, s: AgentModel["segments"][number]) {
  const odds = Array.from(thresholds(model, market, s, model.dt), (x) => x / 2 ** 32);
  const table = choiceTable(model, market, s);
  return {
    hears: odds[0],
    considers: odds[1],
    growth: growthOf(model, market, s.index),
    goods: Array.from(table.products.subarray(0, table.count), (j) => {
      const k = s.index * model.products.length + j;
      return {
        product: j,
        looksAgain: odds[2 + j],
        lnQuality: table.lnQuality[j],
        quality: market.offers.quality[k],
        base: table.base[j],
        input: market.offers.input[k],
        output: market.offers.output[k],
        quota: metered(market, j) ? market.products.quota[j] : null,
      };
    }),
  };
}
