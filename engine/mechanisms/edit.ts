import type { MixedLogit, Product, Scenario, Segment, StrategyChoice, Vendor } from "../scenario/scenario.ts";

/** Small edits of a scenario that mechanisms are switched off with. */

export const editVendors = (s: Scenario, edit: (v: Vendor) => Partial<Vendor>): Scenario => ({
  ...s,
  vendors: Object.fromEntries(Object.entries(s.vendors).map(([id, v]) => [id, { ...v, ...edit(v) }])),
});

export const editProducts = (s: Scenario, edit: (p: Product, id: string) => Partial<Product>): Scenario =>
  editVendors(s, ({ products }) => ({
    products: Object.fromEntries(Object.entries(products).map(([id, p]) => [id, { ...p, ...edit(p, id) }])),
  }));

export function editDemand(s: Scenario, edit: (d: MixedLogit) => Partial<MixedLogit>): Scenario {
  return s.demand.kind === "mixed-logit" ? { ...s, demand: { ...s.demand, ...edit(s.demand) } } : s;
}

export const editSegments = (s: Scenario, edit: (segment: Segment) => Partial<Segment>): Scenario =>
  editDemand(s, ({ segments }) => ({
    segments: Object.fromEntries(Object.entries(segments).map(([id, x]) => [id, { ...x, ...edit(x) }])),
  }));

export const dropEvents = (s: Scenario, ...kinds: readonly string[]): Scenario => ({
  ...s,
  events: s.events.filter((e) => !kinds.includes(e.kind)),
});

/** Vendors and products that run one of these strategies run another instead. */
export function replaceStrategies(s: Scenario, edit: (choice: StrategyChoice) => StrategyChoice): Scenario {
  const vendors = editVendors(s, ({ strategy }) => ({ strategy: edit(strategy) }));
  return editProducts(vendors, ({ strategy }) => (strategy ? { strategy: edit(strategy) } : {}));
}

export const hold: StrategyChoice = { kind: "hold" };

/** Sets parameters of a strategy wherever it is used, the shared ones included. */
export function setParameters(s: Scenario, kind: string, values: Readonly<Record<string, unknown>>): Scenario {
  const shared = { ...s, strategies: { ...s.strategies, [kind]: { ...s.strategies[kind], ...values } } };
  return replaceStrategies(shared, (choice) => (choice.kind === kind ? { ...choice, ...values } : choice));
}

/** The same values for every rule that answers rivals' cuts. */
export const ofFollowers = (s: Scenario, values: Readonly<Record<string, unknown>>): Scenario =>
  ["follow", "headline"].reduce((changed, kind) => setParameters(changed, kind, values), s);
