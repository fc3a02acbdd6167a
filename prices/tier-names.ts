import type { PriceRow } from "./row.ts";

/** Whole words: Gemini and MiniMax are not mini. */
const LIGHT = /(?<![a-z])(flash|lite|mini|nano|turbo|haiku|air|speed|small|instant|luna)(?![a-z])|轻量/i;

/** Whether a product is a light one by the tier that its file names, else by its own name. */
export const isLight = ({ tier, model }: Pick<PriceRow, "tier" | "model">): boolean =>
  tier ? /^(lite|light|轻量)/i.test(tier) : LIGHT.test(model);
