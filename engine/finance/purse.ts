import type { Market, Model } from "../model/market.ts";

/** Weeks of losses a parent hands over at a time. */
const ADVANCE_WEEKS = 4;

/** M-4. A parent fills its subsidiary's cash while there is anything left in its purse. */
export function drawOnPurses(model: Model, market: Market): void {
  for (const { index } of model.vendors) {
    const state = market.vendors[index];
    if (!state.alive || state.cash >= 0 || state.purse <= 0) continue;
    const wanted = -state.cash + Math.max(0, -state.profit) * ADVANCE_WEEKS;
    const drawn = Math.min(state.purse, wanted);
    state.purse -= drawn;
    state.cash += drawn;
  }
}
