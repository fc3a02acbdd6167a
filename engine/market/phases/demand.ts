import { demandOf } from "../../demand/demand-model.ts";
import { ration } from "../fleet.ts";
import type { Market, Model } from "../../model/market.ts";

/** Who pays attention. */
export const wake = (model: Model, market: Market): void => demandOf(model).wake(model, market, model.dt);

/** Who is awake chooses; present users adjust to new prices. */
export const choose = (model: Model, market: Market): void => demandOf(model).choose(model, market, model.dt);

/** Volumes, as far as there is capacity for them. */
export function use(model: Model, market: Market): void {
  demandOf(model).use(model, market, model.dt);
  ration(model, market);
}
