import type { PriceDecision } from "../../../engine/game/index.ts";

/** Input and output price; said once where they are the same. */
export const tariff = ({ input, output }: PriceDecision, text: (x: number) => string): string =>
  input === output ? text(input) : `${text(input)} / ${text(output)}`;
