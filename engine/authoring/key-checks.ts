import { strategies } from "../strategies/index.ts";
import { segmentsOf } from "../demand/demand-model.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Finding, unknownName } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

/** Tiers that rules and news have numbers for, whether or not a product is of them. */
const USUAL_TIERS = ["flagship", "main", "long", "lite", "reasoning"];

const SEGMENT: Text = { en: "segment", zh: "用户群" };
const TIER: Text = { en: "tier", zh: "档位" };
const PRODUCT: Text = { en: "product", zh: "产品" };

/** Keys that are names: of nobody, their value would count for nothing in silence. */
export function keyChecks(scenario: Scenario): Finding[] {
  const { vendors, demand } = scenario;
  const all = Object.entries(vendors).flatMap(([v, { products }]) =>
    Object.entries(products).map(([p, product]) => ({ id: `${v}.${p}`, tier: product.tier })),
  );
  const segments = Object.keys(segmentsOf(scenario));
  const tiers = [...new Set([...USUAL_TIERS, ...all.map(({ tier }) => tier)])];
  return [
    ...Object.entries(vendors).flatMap(([v, { trustBy }]) =>
      named(trustBy, ["vendors", v, "trustBy"], SEGMENT, segments),
    ),
    ...(demand.kind === "mixed-logit" ? named(demand.news.salience, ["demand", "news", "salience"], TIER, tiers) : []),
    ...(demand.kind === "unit-logit"
      ? Object.entries(demand.types).flatMap(([id, { appeal }]) =>
          named(
            appeal,
            ["demand", "types", id, "appeal"],
            PRODUCT,
            all.map((p) => p.id),
          ),
        )
      : []),
    ...byTier(scenario).flatMap(({ value, path }) => named(value, path, TIER, tiers)),
  ];
}

function named(value: unknown, path: readonly string[], what: Text, known: readonly string[]): Finding[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], text: unknownName(what, key, known) }));
}

/** Strategies' numbers by tier, wherever the scenario gives them. */
function byTier({ strategies: shared, vendors }: Scenario) {
  const chosen = [
    ...Object.entries(shared).map(([kind, given]) => ({ kind, given: given ?? {}, path: ["strategies", kind] })),
    ...Object.entries(vendors).flatMap(([v, { strategy, products }]) => [
      { kind: strategy.kind, given: strategy, path: ["vendors", v, "strategy"] },
      ...Object.entries(products).flatMap(([p, product]) =>
        product.strategy
          ? [{ kind: product.strategy.kind, given: product.strategy, path: ["vendors", v, "products", p, "strategy"] }]
          : [],
      ),
    ]),
  ];
  return chosen.flatMap(({ kind, given, path }) =>
    Object.entries(strategies.get(kind).parameters)
      .filter(([name, { type }]) => type === "by-tier" && Object.hasOwn(given, name))
      .map(([name]) => ({ value: (given as Readonly<Record<string, unknown>>)[name], path: [...path, name] })),
  );
}
