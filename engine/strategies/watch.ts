import { log } from "../math/elementary.ts";
import type { PublicProduct, View } from "../model/view.ts";
import { cheapest } from "./rivals.ts";

/** What a follower remembers of one product of its own. */
export interface Watch {
  accepted: number; // premium over the cheapest comparable rival it lives with [ln]
  owed: number; // part of past gaps not yet passed on [ln]
  due: number | null; // day it will decide; null: nothing pending
  rivals: string[]; // comparable rivals when last looked
}

export const startWatching = (accepted: number, rivals: readonly PublicProduct[]): Watch => ({
  accepted,
  owed: 0,
  due: null,
  rivals: rivals.map((r) => r.id),
});

/** ln of own price over the cheapest comparable's; -Infinity with nobody to compare. */
export function gap(price: number, rivals: readonly PublicProduct[], { offset }: { readonly offset: number }): number {
  if (rivals.length === 0) return -Infinity;
  return log(price + offset) - log(cheapest(rivals).price + offset);
}

/** A vendor's view as it looks at one product of its own. */
export interface Seen {
  readonly view: View;
  readonly known: readonly string[]; // products ever seen on the market
  readonly rivals: readonly PublicProduct[]; // comparable to this one
}

/**
 * A rival that became comparable or left because a quality changed resets what is accepted; a launch does not. Who was
 * alone has lived with no premium: the whole gap to the first that comes to market is new to it. `premium` is today's.
 */
export function rebase({ view, rivals, known }: Seen, premium: number, watch: Watch): void {
  if (watch.accepted !== -Infinity && sameRivals(watch, rivals)) return;
  const ids = rivals.map((r) => r.id);
  const entered = ids.some((id) => !watch.rivals.includes(id) && known.includes(id));
  const gone = watch.rivals.some((id) => !ids.includes(id) && !(view.rivals.find((r) => r.id === id)?.price === 0));
  if (entered || gone) watch.accepted = Math.max(watch.accepted, premium);
  else if (watch.accepted === -Infinity && rivals.length > 0) watch.accepted = 0;
  watch.rivals = ids;
}

const sameRivals = (watch: Watch, rivals: readonly PublicProduct[]): boolean =>
  rivals.length === watch.rivals.length && rivals.every((r, k) => r.id === watch.rivals[k]);
