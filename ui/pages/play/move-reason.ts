import type { Goal, SeatMove } from "../../../engine/game/index.ts";

interface What {
  readonly kind: SeatMove["kind"];
  readonly goal: Goal;
  readonly tokens: number; // relative
  readonly gain: number; // of profit
}

/** Which side of volume times margin a move's profit came from; of others than prices, only what changed. */
export function reasonKey({ kind, goal, tokens, gain }: What) {
  if (kind !== "prices" || goal === "share") return "whyOther";
  if (tokens > 0) return gain > 0 ? "whyMoreUp" : "whyMoreDown";
  return gain > 0 ? "whyLessUp" : "whyLessDown";
}
