import { exp } from "../../math/elementary.ts";
import { accumulate } from "../../scenario/series.ts";
import type { MixedLogit } from "../../scenario/scenario.ts";
import type { Preparation } from "../demand-model.ts";
import { remembering } from "./kept-draws.ts";
import type { AgentModel } from "./model.ts";
import { people } from "./people.ts";

type Own = Omit<AgentModel, keyof Preparation["model"]>;

/** Who the people of a scenario are, and what of them depends on time alone. */
export function preparePeople({ model, kernel, even = false, cache }: Preparation<MixedLogit>): Own {
  const { scenario, demand, segments, products, seed, crew, ticks, tickDays } = model;
  const drawn = people({ demand, segments, products, seed, kernel, crew, even }, cache?.people);
  const days = scenario.clock.burnInWeeks * 7 + ticks * tickDays;
  return {
    population: drawn.population,
    peopleKey: drawn.peopleKey,
    kernel: cache ? remembering(drawn.kernel, { people: drawn.population.size, seed }, cache.draws) : drawn.kernel,
    cache,
    fading: fadingByDay(demand.ramp.weeks, days),
    forgetting: fadingByDay(demand.loyalty.weeks, days),
    allowances:
      products.some((p) => p.product.free !== undefined) ||
      segments.some((s) => s.meter === "token" && s.products.some((j) => products[j].meter === "month")) ||
      scenario.events.some((e) => e.kind === "allowance"),
    growth: segments.map(({ segment }) => accumulate(segment.growth ?? demand.growth, model)),
  };
}

/** exp(-age/weeks) for every age in days that a run can see. */
const fadingByDay = (weeks: number, days: number): Float64Array =>
  Float64Array.from({ length: days + 1 }, (_, age) => exp(-age / (7 * weeks)));
