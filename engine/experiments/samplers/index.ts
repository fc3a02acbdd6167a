import { Registry } from "../../registry.ts";
import { grid } from "./grid.ts";
import { list } from "./list.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { morris } from "./morris.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { replicate } from "./replicate.ts";
import { saltelli } from "./saltelli.ts";
import type { Sampler } from "./sampler.ts";
import { sobol } from "./sobol.ts";

/** The registry of samplers. A new one is a file next to these and a line here. */
export const samplers = new Registry<Sampler>("sampler", [
  replicate,
  grid,
  list,
  latinHypercube,
  sobol,
  oneAtATime,
  morris,
  saltelli,
]);
