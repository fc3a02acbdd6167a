import { exp } from "../../math/elementary.ts";
import { updateEcosystems } from "../ecosystem.ts";
import { updateExpectations } from "../expectations.ts";
import { improveFit } from "../fit.ts";
import { planFleets } from "../fleet.ts";
import { fadeNews } from "../news.ts";
import type { Market, Model } from "../../types.ts";
import { productTokens } from "../view.ts";

/** Phase 8: experience, fit, expectations, fleets, ecosystems, and the fading of news. */
export function learn(model: Model, market: Market): void {
  const { cumulative } = market.products;
  for (const v of model.vendors) {
    const external = v.products.map((j) => productTokens(market, j, model.products.length));
    const all = external.reduce((a, b) => a + b, 0);
    v.products.forEach((j, k) => {
      // First-party tokens teach as well; they are spread over products as external ones are.
      const captive = v.captive[market.tick] * (all > 0 ? external[k] / all : 1 / v.products.length);
      cumulative[j] += (external[k] + captive) * model.dt;
    });
  }
  improveFit(model, market);
  updateExpectations(model, market);
  planFleets(model, market);
  updateEcosystems(model, market, (decay) => 1 - exp(-decay * model.dt));
  fadeNews(model, market);
}
