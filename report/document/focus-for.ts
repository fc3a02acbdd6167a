import { fitted, type Focus, focusOf } from "../../engine/index.ts";
import { Evidence, type Seen } from "./evidence.ts";
import { movers } from "./movers.ts";

/** What a report is about; null where it is about the market at large. */
export function focusFor(asked: string | undefined, arms: readonly Seen[], needed: boolean): Focus | null {
  const [{ scenario }] = arms;
  const focus = asked === undefined ? null : focusOf(asked);
  if (focus) return fitted(focus, scenario);
  if (!needed) return null;
  const most = movers(new Evidence(arms)).find(({ only }) => only !== "B"); // a board paper is about somebody
  return most ? focusOf(most.path) : null;
}
