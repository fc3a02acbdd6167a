import { exp } from "../../math/elementary.ts";
import type { MixedLogit } from "../../scenario/scenario.ts";
import { meanOf } from "../../tariff/spend.ts";
import type { DemandModel } from "../demand-model.ts";
import { burnIn } from "./burn-in.ts";
import { checkPeople } from "./check.ts";
import { choose } from "./choose.ts";
import { updateEcosystems } from "./ecosystem.ts";
import { updateExpectations } from "./expectations.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { fadeNews, hearNews } from "./news.ts";
import { openPeople } from "./open.ts";
import { preparePeople } from "./prepare.ts";
import { respondents } from "./respondents.ts";
import { totalUse } from "./totals.ts";
import { unlockedMarket } from "./unlocked-market.ts";
import { wake } from "./wake.ts";

/** Heterogeneous agents with lasting tastes: a discrete choice of product, a continuous choice of volume. */
export const mixedLogit: DemandModel<MixedLogit, AgentModel, AgentMarket> = {
  id: "mixed-logit",
  lasting: true,
  check: checkPeople,
  segments: (demand) => demand.segments,
  buys: ({ arena, also }, product) => (product.arena === arena || also.includes(product.arena)) && !product.reference,
  represented: ({ population, segments }, id) =>
    (population * segments[id].weight) / Object.values(segments).reduce((sum, s) => sum + s.weight, 0),
  outputShare: ({ outputShare: { from, to } }) => (from + to) / 2,
  volumes: ({ volume }, { lnX, lnV }) => {
    const sd = Math.sqrt((volume.slope * lnV.sd) ** 2 + volume.sd ** 2);
    return { mean: meanOf(volume.level * exp(lnX), sd) * (365 / 84), sd };
  },
  agents: (demand) => demand.agents,
  withAgents: (demand, agents) => ({ ...demand, agents }),
  prepare: preparePeople,
  open: openPeople,
  settle: burnIn,
  hear: hearNews,
  wake,
  choose,
  use: totalUse,
  learn(model, market) {
    updateExpectations(model, market);
    updateEcosystems(model, market, (decay) => 1 - exp(-decay * model.dt));
    fadeNews(model, market);
  },
  priced: (model, market, asked) =>
    unlockedMarket(
      asked === undefined ? model : { ...model, population: respondents(model.population, asked, model.crew) },
      market,
    ),
};
