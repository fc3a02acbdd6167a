import type { Probability } from "../engine/index.ts";
import { percent } from "./format.ts";

/** “33% (22% – 46%)”: a share of runs with its 95 % interval. */
export const probabilityText = ({ share, low, high }: Probability): string =>
  `${percent(share)} (${percent(low)} – ${percent(high)})`;
