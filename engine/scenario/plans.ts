import type { MarketEvent, Product, Scenario, Vendor } from "./scenario.ts";

/**
 * A plan that gives access to several models is one product for each: who takes the plan uses the model that suits it
 * best, and burns the quota at that model's rate. All have the plan's fee; an event about the plan is about each.
 */
export function withPlans(scenario: Scenario): Scenario {
  const parts = new Map<string, string[]>();
  const vendors = Object.entries(scenario.vendors).map(([id, vendor]) => [id, expanded(id, vendor, parts)] as const);
  if (parts.size === 0) return scenario;
  return {
    ...scenario,
    vendors: Object.fromEntries(vendors),
    events: scenario.events.flatMap((e) => perPart(e, parts)),
  };
}

function expanded(id: string, vendor: Vendor, parts: Map<string, string[]>): Vendor {
  const products = Object.entries(vendor.products).flatMap(([name, product]): [string, Product][] => {
    const { plan } = product;
    if (!plan || plan.covers.length === 0) return [[name, product]];
    const models = plan.covers.filter(({ product: model }) => vendor.products[model] !== undefined);
    parts.set(
      `${id}.${name}`,
      models.map(({ product: model }) => `${id}.${name}.${model}`),
    );
    return models.map(({ product: model, burn }) => [
      `${name}.${model}`,
      within(product, vendor.products[model], burn, model),
    ]);
  });
  return { ...vendor, products: Object.fromEntries(products) };
}

/** A model as the plan gives it: its quality and cost, the plan's price, a quota that it burns faster or slower. */
function within(product: Product, model: Product, burn: number, name: string): Product {
  const plan = product.plan!;
  const { quality, fit, fitRate, cost, tokensPerTask, outputPerTask } = model;
  const quota = plan.quota.map(({ tokens, every }) => ({ tokens: tokens / burn, every }));
  const title = { en: model.name?.en ?? name, zh: model.name?.zh ?? name };
  return {
    ...product,
    quality,
    fit,
    fitRate,
    cost,
    tokensPerTask,
    outputPerTask,
    ...(product.name && { name: { en: `${product.name.en}: ${title.en}`, zh: `${product.name.zh}：${title.zh}` } }),
    plan: { ...plan, quota, covers: [] },
  };
}

const perPart = (event: MarketEvent, parts: ReadonlyMap<string, string[]>): MarketEvent[] =>
  typeof event.product === "string" && parts.has(event.product)
    ? parts.get(event.product)!.map((product) => ({ ...event, product }))
    : [event];
