import { unlockedMarket } from "./unlocked-game.ts";
import type { DemandModel } from "../demand-model.ts";
import { choose } from "./choose.ts";
import { totalUse } from "./totals.ts";
import { wake } from "./wake.ts";

/** Heterogeneous agents with lasting tastes: a discrete choice of product, a continuous choice of volume. */
export const mixedLogit: DemandModel = {
  id: "mixed-logit",
  wake,
  choose,
  use: totalUse,
  priced: unlockedMarket,
};
