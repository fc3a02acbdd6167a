import { metrics, type Recording } from "../../engine/index.ts";

/** The last of a series. */
export const last = (x: readonly number[]): number => x.at(-1)!;
/** A metric of a recording, tick by tick. */
export const metric = (r: Recording, id: string) => metrics.get(id).compute(r);
/** A vendor's share of tokens at the end. */
export const share = (r: Recording, vendor: string) =>
  metric(r, "tokenShare")[(r.dates.length - 1) * r.vendorIds.length + r.vendorIds.indexOf(vendor)];
/** Active applications at the end. */
export const users = (r: Recording) => last([...metric(r, "activeApplications")]);
