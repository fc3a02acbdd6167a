import { strategies } from "../strategies/index.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import type { MarketEvent, Parameters, Product, Scenario, StrategyChoice, Vendor } from "../scenario/scenario.ts";

/** Whose prices an event or an entry of a dated list is about, as a file may say it. */
interface Scope extends Parameters {
  readonly product?: unknown;
  readonly vendor?: unknown;
  readonly tier?: unknown;
}

type Products = readonly (readonly [id: string, Product])[];

/** Those of the products that a scope is about; one named by itself is not looked for. */
function within({ vendor, tier }: Scope, products: Products): string[] {
  return products
    .filter(([id, p]) => (typeof vendor !== "string" || id.startsWith(`${vendor}.`)) && !p.reference)
    .filter(([, p]) => typeof tier !== "string" || p.tier === tier)
    .map(([id]) => id);
}

/** Every product an event is about. */
export function inScope({ vendors }: Scenario, event: Scope): string[] {
  if (named(event.product)) return [event.product as string];
  return within(
    event,
    Object.entries(vendors).flatMap(([id, v]) => productsOf(id, v)),
  );
}

const productsOf = (id: string, { products }: Vendor): Products =>
  Object.entries(products).map(([p, product]) => [`${id}.${p}`, product]);

const named = (x: unknown): boolean => typeof x === "string";

const NOBODYS: Text = { en: "no product is of this tier", zh: "没有属于该档位的产品" };

/** What is wrong with whom a change of prices is about. */
export function scopeProblem(scope: Scope, products: Products): Text | null {
  const { product, vendor, tier } = scope;
  if (named(product))
    return named(vendor) || named(tier)
      ? { en: "product says it all: leave vendor and tier out", zh: "写了 product 就不必再写 vendor 和 tier" }
      : null;
  return within(scope, products).length > 0 ? null : NOBODYS;
}

/** Events whose scope is nobody, or said twice. */
export function scopeChecks({ events, vendors }: Scenario): Finding[] {
  const all = Object.entries(vendors).flatMap(([id, v]) => productsOf(id, v));
  return events.flatMap((event, k) => {
    if (event.kind !== "price") return [];
    const { product, vendor, tier } = event as Scope;
    const path = ["events", k];
    if (![product, vendor, tier].some(named))
      return [{ path, text: { en: "say product, vendor or tier", zh: "须写明 product、vendor 或 tier" } }];
    if (named(vendor) && !Object.hasOwn(vendors, vendor as string)) return []; // told with the other names
    const text = scopeProblem(event, all);
    return text ? [{ path, text }] : [];
  });
}

/**
 * A change of several products' prices as one of each, so that whoever reads events finds the product there. What comes
 * on top stands behind all others: paths to events keep their numbers.
 */
export function perProduct(scenario: Scenario): Scenario {
  const all = Object.entries(scenario.vendors).flatMap(([id, v]) => productsOf(id, v));
  const more: MarketEvent[] = [];
  const events = scenario.events.map((event) => {
    const { kind, vendor: whose } = event;
    if (kind === "strategy" && typeof whose === "string")
      return {
        ...event,
        strategy: listed(event.strategy as StrategyChoice, productsOf(whose, scenario.vendors[whose])),
      };
    if (event.kind !== "price" || named(event.product)) return event;
    const { vendor: _, tier: __, ...rest } = event;
    const [first, ...others] = within(event, all).map((product): MarketEvent => ({
      ...(rest as MarketEvent),
      product,
    }));
    more.push(...others);
    return first;
  });
  const vendors = Object.entries(scenario.vendors).map(([id, v]) => [id, withLists(id, v)] as const);
  return { ...scenario, events: [...events, ...more], vendors: Object.fromEntries(vendors) };
}

/** The dated lists of a vendor's strategies, product by product. */
function withLists(id: string, vendor: Vendor): Vendor {
  const all = productsOf(id, vendor);
  const own = (choice: StrategyChoice, products: Products) => listed(choice, products);
  return {
    ...vendor,
    strategy: own(
      vendor.strategy,
      all.filter(([, p]) => p.strategy === undefined),
    ),
    products: Object.fromEntries(
      Object.entries(vendor.products).map(([p, product]) => [
        p,
        product.strategy ? { ...product, strategy: own(product.strategy, [[`${id}.${p}`, product]]) } : product,
      ]),
    ),
  };
}

function listed(choice: StrategyChoice, products: Products): StrategyChoice {
  const schedules = Object.entries(strategies.get(choice.kind).parameters).filter(([, p]) => p.type === "schedule");
  const changed = schedules.flatMap(([name]) => {
    const list = choice[name];
    if (!Array.isArray(list) || list.every((entry: Scope) => named(entry.product))) return [];
    return [[name, list.flatMap((entry: Parameters) => entries(entry, products))] as const];
  });
  return changed.length === 0 ? choice : { ...choice, ...Object.fromEntries(changed) };
}

function entries(entry: Parameters, products: Products): Parameters[] {
  if (named(entry.product)) return [entry];
  const { vendor: _, tier: __, ...rest } = entry;
  return within(entry, products).map((product) => ({ ...rest, product }));
}
