import type { Market, Model } from "../../model/market.ts";
import { demandOf } from "../../demand/demand-model.ts";
import { improveFit } from "../../research/fit.ts";
import { planFleets } from "../fleet.ts";
import { spreadAdvances } from "../spillover.ts";
import { doResearch } from "../../research/progress.ts";
import { captiveTokens } from "../traffic.ts";
import { productTokens } from "../view.ts";

/** Experience, spillovers, research, fit, fleets, and what buyers learn. */
export function learn(model: Model, market: Market): void {
  gainExperience(model, market);
  spreadAdvances(model, market);
  doResearch(model, market);
  improveFit(model, market);
  planFleets(model, market);
  demandOf(model).learn(model, market);
}

function gainExperience(model: Model, market: Market): void {
  const { cumulative } = market.products;
  for (const v of model.vendors) {
    const captive = captiveTokens(model, market, v); // first-party tokens teach as well
    v.products.forEach((j, k) => {
      cumulative[j] += (productTokens(market, j, model.products.length) + captive[k]) * model.dt;
    });
  }
}
