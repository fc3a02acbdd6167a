import { exp } from "../../math/elementary.ts";
import type { Market, Model } from "../../model/market.ts";
import { updateEcosystems } from "../ecosystem.ts";
import { updateExpectations } from "../expectations.ts";
import { improveFit } from "../../research/fit.ts";
import { planFleets } from "../fleet.ts";
import { fadeNews } from "../news.ts";
import { spreadAdvances } from "../spillover.ts";
import { doResearch } from "../../research/progress.ts";
import { captiveTokens } from "../traffic.ts";
import { productTokens } from "../view.ts";

/** Phase 8: experience, spillovers, research, fit, expectations, fleets, ecosystems, and the fading of news. */
export function learn(model: Model, market: Market): void {
  gainExperience(model, market);
  spreadAdvances(model, market);
  doResearch(model, market);
  improveFit(model, market);
  updateExpectations(model, market);
  planFleets(model, market);
  updateEcosystems(model, market, (decay) => 1 - exp(-decay * model.dt));
  fadeNews(model, market);
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
