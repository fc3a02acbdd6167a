import type { ServingChange } from "../costs/cost-model.ts";
import { costModels } from "../costs/index.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import type { Market, Model, ProductSpec } from "../model/market.ts";
import { product, vendor } from "./event-kind.ts";

/**
 * Whom an advance in serving reaches: one product, one vendor's, or every product whose
 * cost model knows its architecture.
 */
export const reach = { product: { ...product, default: null }, vendor: { ...vendor, default: null } };

const knowsServing = (kind: string): boolean => costModels.get(kind).change !== undefined;

const reaches = ({ product: p, vendor: v }: Reach, vendorId: string, productId: string): boolean =>
  (p ?? productId) === productId && (v ?? vendorId) === vendorId;

interface Reach {
  readonly product: string | null;
  readonly vendor: string | null;
}

/** An advance that reaches nobody would silently do nothing. */
export function reachProblem({ vendors }: Scenario, event: Reach): Text | null {
  const hit = Object.entries(vendors).some(([v, { products }]) =>
    Object.entries(products).some(([p, { cost }]) => reaches(event, v, `${v}.${p}`) && knowsServing(cost.kind)),
  );
  if (hit) return null;
  return {
    en:
      "reaches no product whose cost comes from its architecture (cost: {kind: roofline, ...}); for a " +
      "quoted cost use kind: technology",
    zh: "没有任何产品的成本由架构推算（cost: {kind: roofline, ...}），此事件不起作用；若成本是给定值，请用 kind: technology",
  };
}

/** An advance as an event tells it: what it does not name is null. */
type Advance = { readonly [K in keyof ServingChange]: ServingChange[K] | null };

/** Serves the products an event reaches in the new way from now on. */
export function changeServing(model: Model, market: Market, event: Reach, change: Advance): void {
  const given = Object.fromEntries(Object.entries(change).filter(([, x]) => x !== null)) as ServingChange;
  const hit = ({ id, vendor: v }: ProductSpec) => reaches(event, model.vendors[v].id, id);
  for (const spec of model.products.filter(hit)) {
    const cost = costModels.get(spec.product.cost.kind);
    if (cost.change) market.serving[spec.index] = cost.change(market.serving[spec.index], given);
  }
}
