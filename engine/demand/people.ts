import type { Scenario } from "../scenario/scenario.ts";
import type { ProductSpec, SegmentSpec } from "../types.ts";
import { type Kernel, type KernelId, openKernel } from "./kernels.ts";
import { drawPopulation, drawTextbookBuyers, headcount, type Population } from "./population.ts";

/** A population and the kernel whose memory holds its columns. */
export interface People {
  readonly population: Population;
  readonly kernel: Kernel;
}

export interface Recipe {
  readonly demand: Scenario["demand"];
  readonly segments: readonly SegmentSpec[];
  readonly products: readonly ProductSpec[];
  readonly seed: number;
  readonly kernel?: KernelId; // default: the fastest there is
}

/** Draws the people of a market. */
export function people({ demand, segments, products, seed, kernel: id }: Recipe): People {
  if (demand.kind === "unit-logit") {
    const agents = demand.exact ? 0 : demand.agents;
    const kernel = openKernel(id, { agents, tastes: products.length + 1 });
    return { kernel, population: drawTextbookBuyers(kernel, agents, products, seed) };
  }
  const heads = headcount(demand, segments);
  const kernel = openKernel(id, { agents: heads.total.reduce((a, b) => a + b, 0), tastes: products.length });
  return { kernel, population: drawPopulation(demand, { segments, products, heads, kernel, seed }) };
}
