// The demand phases of the engine over the same year: ours.mjs FILE KERNEL. Bundled by the bench.
import { readFileSync } from "node:fs";
import process from "node:process";
import {
  compile,
  type KernelId,
  type Market,
  type Model,
  newRunCache,
  openMarket,
  phases,
  type Scenario,
} from "../../engine/index.ts";
import { agentModel, type AgentModel } from "../../engine/demand/mixed-logit/model.ts";
import { serve } from "../entries/harness.mjs";

const DEMAND = new Set(["wake", "choose", "use"]);
const [, , file, kernel] = process.argv;
const { scenario } = JSON.parse(readFileSync(file, "utf8")) as { scenario: Scenario };
const cache = newRunCache();

/** Users, tokens, and both summed over days, by product. */
function newTotals(n: number) {
  return { last: new Float64Array(2 * n), sums: new Float64Array(2 * n) };
}

function add({ flows }: Market, n: number, totals: ReturnType<typeof newTotals>): void {
  totals.last.fill(0);
  for (let k = 0; k < flows.users.length; k++) {
    totals.last[k % n] += flows.users[k];
    totals.last[n + (k % n)] += flows.tokensInput[k] + flows.tokensOutput[k];
  }
  for (let c = 0; c < 2 * n; c++) totals.sums[c] += totals.last[c];
}

/** The market's other phases run too, but only the demand side is on the clock: the others' programs have no other. */
function year(model: Model) {
  const market = openMarket(model);
  const totals = newTotals(model.products.length);
  let ms = 0;
  for (; market.tick < model.ticks; market.tick++, market.day += model.tickDays) {
    for (const phase of phases) {
      const begun = performance.now();
      phase(model, market);
      if (DEMAND.has(phase.name)) ms += performance.now() - begun;
    }
    add(market, model.products.length, totals);
  }
  return { ms, counts: [...totals.last, ...totals.sums] };
}

const model = agentModel(compile(scenario, { seed: 1, kernel: kernel as KernelId, cache }));
/** Attention is drawn anew in each run, as the others do; vendors' luck stays, so that prices are the captured ones. */
function withLuck(model: AgentModel, luck: number): AgentModel {
  const { kernel } = model;
  return {
    ...model,
    kernel: {
      ...kernel,
      drawsUpTo: (draw, slice, limit) => kernel.drawsUpTo({ ...draw, seed: draw.seed + luck }, slice, limit),
    },
  };
}

let runs = 0;
serve(() => year(withLuck(model, runs++)));
