import type { Evidence } from "./evidence.ts";

/** A vendor whose share at the end differs, from the baseline's or from its own at the start. */
export interface Mover {
  readonly vendor: string;
  readonly path: string; // of the difference, or of the share at the end
  readonly change: number;
}

/** Vendors by how far their share of tokens moved, the farthest first. */
export function movers(evidence: Evidence): Mover[] {
  return rowsOf(evidence, evidence.arms.length > 1 ? evidence.arms[1].recordings[0].vendorIds : null);
}

/** The same against their own start, even where there is a baseline. */
export const sinceStart = (evidence: Evidence): Mover[] => rowsOf(evidence, null);

function rowsOf(evidence: Evidence, held: readonly string[] | null): Mover[] {
  const [{ recordings }] = evidence.arms;
  const rows = recordings[0].vendorIds.flatMap((vendor) => {
    const output = `vendors.${vendor}.tokenShare`;
    if (held && !held.includes(vendor)) return [];
    const change = held
      ? evidence.read(`A-B/${output}`)
      : evidence.read(`A/${output}`) - evidence.read(`A/${output}:start`);
    return Number.isFinite(change) ? [{ vendor, path: output, change }] : [];
  });
  return rows.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

export const WORTH_SAYING = 0.005; // half a point of share
