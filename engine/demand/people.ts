import { Cache, keyOf } from "../cache.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Crew } from "../market/crew.ts";
import type { ProductSpec, SegmentSpec } from "../types.ts";
import { divide } from "./blocks.ts";
import { type Kernel, type KernelId, openKernel } from "./kernels.ts";
import { drawPopulation, drawTextbookBuyers, headcount, type Population } from "./population.ts";

/** A population and the kernel whose memory holds its columns. */
export interface People {
  readonly population: Population;
  readonly kernel: Kernel;
  readonly peopleKey: string; // of all they depend on; empty if nobody asked
}

export interface Recipe {
  readonly demand: Scenario["demand"];
  readonly segments: readonly SegmentSpec[];
  readonly products: readonly ProductSpec[];
  readonly seed: number;
  readonly kernel?: KernelId; // default: the fastest there is
  readonly crew: Crew; // who share these people
}

/** Cells of populations kept at once: four of 20,000 people and 24 products; of a large one only the last. */
const KEPT_CELLS = 4e6;
const cells = ({ population: { size, products } }: People) => size * (20 + products);
export const peopleCache = (): Cache<People> => new Cache(KEPT_CELLS, cells);

/** The people of a market: drawn, or taken over from an earlier run on the same ones. */
export function people(recipe: Recipe, cache?: Cache<People>): People {
  if (!cache) return draw(recipe, "");
  const key = peopleKey(recipe);
  return cache.get(key, () => draw(recipe, key));
}

/** Everything that the draws of traits and tastes read. */
function peopleKey({ demand, segments, products, seed, kernel }: Recipe): string {
  const hashes = products.map((p) => p.hash);
  if (demand.kind === "unit-logit") return keyOf({ seed, kernel, hashes, agents: demand.exact ? 0 : demand.agents });
  const { agents, valueLevel, volume, outputShare, fixedCost } = demand;
  const drawn = segments.map(({ id, meter, products: goods, represented, arrivals, segment }) => {
    const { weight, lnV, lnX, qualityFloor, switching, multihoming } = segment;
    return { id, meter, goods, represented, arrivals, weight, lnV, lnX, qualityFloor, switching, multihoming };
  });
  return keyOf({ seed, kernel, hashes, agents, valueLevel, volume, outputShare, fixedCost, drawn });
}

function draw({ demand, segments, products, seed, kernel: id, crew }: Recipe, key: string): People {
  if (demand.kind === "unit-logit") {
    const agents = demand.exact ? 0 : demand.agents;
    const kernel = openKernel(id, { agents, tastes: products.length + 1 });
    return { peopleKey: key, kernel, population: drawTextbookBuyers(kernel, agents, products, seed) };
  }
  const heads = headcount(demand, segments);
  const parts = divide(heads.total, crew);
  const kernel = openKernel(id, { agents: parts.size, tastes: products.length });
  const population = drawPopulation(demand, { segments, products, heads, parts, kernel, seed, crew });
  return { peopleKey: key, kernel, population };
}
