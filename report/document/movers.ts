import { union } from "../../engine/index.ts";
import type { Evidence, Seen } from "./evidence.ts";

/** A vendor whose share at the end differs, from the baseline's or from its own at the start. */
export interface Mover {
  readonly vendor: string;
  readonly path: string; // of the difference, or of the share at the end
  readonly change: number;
  /** The one arm it is in, where it is not in both: A for who enters, B for who is missing. */
  readonly only?: "A" | "B";
}

/** Vendors of either arm by how far their share of tokens moved, the farthest first. */
export function movers(evidence: Evidence<Seen>): Mover[] {
  const [, baseline] = evidence.arms;
  if (!baseline) return sinceStart(evidence);
  const [own, its] = evidence.arms.map(({ recordings }) => recordings[0].vendorIds);
  return sorted(
    union([own, its]).map((vendor) => between(evidence, vendor, own.includes(vendor), its.includes(vendor))),
  );
}

/** The same against their own start, even where there is a baseline. */
export function sinceStart(evidence: Evidence<Seen>): Mover[] {
  const [{ recordings }] = evidence.arms;
  const rows = recordings[0].vendorIds.map((vendor): Mover => {
    const path = pathOf(vendor);
    return { vendor, path, change: evidence.read(`A/${path}`) - evidence.read(`A/${path}:start`) };
  });
  return sorted(rows);
}

/** Who is not there has no share: all of the other's is the change. */
function between(evidence: Evidence<Seen>, vendor: string, inA: boolean, inB: boolean): Mover {
  const path = pathOf(vendor);
  if (!inB) return { vendor, path, change: evidence.read(`A/${path}`), only: "A" };
  if (!inA) return { vendor, path, change: -evidence.read(`B/${path}`), only: "B" };
  return { vendor, path, change: evidence.read(`A-B/${path}`) };
}

const pathOf = (vendor: string): string => `vendors.${vendor}.tokenShare`;

const sorted = (rows: readonly Mover[]): Mover[] =>
  rows.filter(({ change }) => Number.isFinite(change)).toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));

export const WORTH_SAYING = 0.005; // half a point of share
