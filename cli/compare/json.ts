import type { PairedDifference, Scenario } from "../../engine/index.ts";
import type { Row } from "./rows.ts";

/**
 * The machine-readable comparison: for each arm after the first, where the market ends against A (named as in
 * `run --json`), and vendors, products and segments of either arm by id; null: that arm has none.
 */
export const compareJson = (scenarios: readonly Scenario[], pairs: number, arms: readonly (readonly Row[])[]) => ({
  scenarios: scenarios.map((s) => s.id),
  currency: scenarios[0].currency,
  pairs,
  differences: arms.map((rows) => ({
    ...byId(rows, "market").market,
    vendors: byId(rows, "vendor"),
    products: byId(rows, "product"),
    segments: byId(rows, "segment"),
  })),
});

function byId(rows: readonly Row[], kind: Row["entity"]): Record<string, Record<string, PairedDifference>> {
  const found: Record<string, Record<string, PairedDifference>> = {};
  for (const { entity, id, name, ...difference } of rows) if (entity === kind) (found[id] ??= {})[name] = difference;
  return found;
}
