import type { Market, Model } from "../../model/market.ts";
import { closeVendor } from "../../finance/exit.ts";

/** A vendor whose cash is gone, with no purse behind it, leaves; its users look elsewhere next tick. */
export function exit(model: Model, market: Market): void {
  for (const { index } of model.vendors) {
    const state = market.vendors[index];
    if (state.alive && state.cash < 0) closeVendor(model, market, index);
  }
}
