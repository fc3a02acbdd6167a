import { series } from "../../metrics/lookup.ts";
import { attributeShare, SHARE_CAUSES, type ShareAttribution, shareCoalitions } from "../share.ts";
import { rowOf } from "../standings.ts";
import type { Question } from "./question.ts";

export interface ShareOf {
  readonly vendor: string;
  readonly date: string;
}

/** Where a vendor's share of tokens comes from: 32 runs a replication, and the one they retell. */
export const share: Question<ShareOf, ShareAttribution, readonly ShareAttribution[]> = {
  runs: () => 2 ** SHARE_CAUSES.length + 1,
  least: 1,
  async one(scenario, { vendor, date }, simulate) {
    const actual = await simulate(scenario);
    const worth: number[] = [];
    for (const coalition of shareCoalitions(scenario, actual)) {
      const r = await simulate(coalition);
      worth.push(series(r, `vendors.${vendor}.tokenShare`)[rowOf(r, date)] || 0);
    }
    return attributeShare(worth);
  },
  all: (_scenario, _of, pieces) => pieces,
};
