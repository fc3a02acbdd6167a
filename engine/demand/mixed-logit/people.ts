import { Cache, keyOf } from "../../cache.ts";
import type { MixedLogit } from "../../scenario/scenario.ts";
import type { Crew } from "../../model/crew.ts";
import type { ProductSpec, SegmentSpec } from "../../model/market.ts";
import { divide } from "./blocks.ts";
import type { Kernel, KernelId } from "./kernel.ts";
import { openKernel } from "./open-kernel.ts";
import { drawPopulation, headcount, type Population, revalued } from "./population.ts";

/** A population and the kernel whose memory holds its columns. */
export interface People {
  readonly population: Population;
  readonly kernel: Kernel;
  readonly peopleKey: string; // of all they depend on; empty if nobody asked
  readonly likeKey: string; // of all but how much a token is worth to them
}

interface Recipe {
  readonly demand: MixedLogit;
  readonly segments: readonly SegmentSpec[];
  readonly products: readonly ProductSpec[];
  readonly seed: number;
  readonly kernel?: KernelId; // default: the fastest there is
  readonly crew: Crew; // who share these people
  readonly even: boolean; // traits are spread over their laws, not drawn
}

/** Cells of populations kept at once: four of 20,000 people and 24 products; of a large one only the last. */
const KEPT_CELLS = 4e6;
const cells = ({ population: { size, products } }: People) => size * (20 + products);
export const peopleCache = (): Cache<People> => new Cache(KEPT_CELLS, cells);

/** The people of a market: drawn, or taken over from an earlier run on the same ones. */
export function people(recipe: Recipe, cache?: Cache<People>): People {
  if (!cache) return draw(recipe, { peopleKey: "", likeKey: "" });
  const likeKey = keyOfLuck(recipe);
  const peopleKey = keyOf([likeKey, recipe.demand.valueLevel]);
  const like = () => cache.newest((kept) => kept.likeKey === likeKey)?.population;
  return cache.get(peopleKey, () => draw(recipe, { peopleKey, likeKey }, like()));
}

type Keys = Pick<People, "peopleKey" | "likeKey">;

/** Everything that the draws of traits and tastes read. */
function keyOfLuck({ demand, segments, products, seed, kernel, even }: Recipe): string {
  const hashes = products.map((p) => p.hash);
  const { agents, volume, outputShare, fixedCost } = demand;
  const drawn = segments.map(({ id, meter, products: goods, represented, arrivals, segment }) => {
    const { weight, lnV, lnX, qualityFloor, switching, multihoming } = segment;
    return { id, meter, goods, represented, arrivals, weight, lnV, lnX, qualityFloor, switching, multihoming };
  });
  return keyOf({ seed, even, kernel, hashes, agents, volume, outputShare, fixedCost, drawn });
}

function draw(
  { demand, segments, products, seed, kernel: id, crew, even }: Recipe,
  keys: Keys,
  like?: Population,
): People {
  const heads = headcount(demand, segments);
  const parts = divide(heads.total, crew);
  const kernel = openKernel(id, { agents: parts.size, tastes: products.length });
  const drawing = { segments, products, heads, parts, kernel, seed, crew, even };
  return { ...keys, kernel, population: like ? revalued(like, demand, drawing) : drawPopulation(demand, drawing) };
}
