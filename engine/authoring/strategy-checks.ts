import { meterFindings } from "./price-checks.ts";
import { strategies } from "../strategies/index.ts";
import type { Finding } from "../text/errors.ts";
import { unknownName } from "../text/errors.ts";
import { postedFindings } from "./over-promotions.ts";
import { scopeProblem } from "./price-scope.ts";
import type { Tariff } from "../scenario/tariff.ts";
import type { Product, Scenario, StrategyChoice } from "../scenario/scenario.ts";

type Path = readonly (string | number)[];

/** A strategy as one place of the file chooses it, and the products it would price there. */
interface Entry {
  readonly date: string;
  readonly product?: string;
  readonly vendor?: string;
  readonly tier?: string;
  readonly price?: unknown;
  readonly change?: number;
  readonly tariff?: Tariff;
}

interface Chosen {
  readonly path: Path;
  readonly choice: StrategyChoice;
  readonly products: readonly (readonly [id: string, Product])[];
  readonly vendor: string;
}

/** Names and dates among strategies' parameters that would silently come to nothing. */
export function strategyChecks(scenario: Scenario): Finding[] {
  return chosen(scenario).flatMap((at) =>
    Object.entries(strategies.get(at.choice.kind).parameters).flatMap(([name, { type }]) => {
      const value = at.choice[name];
      const path = [...at.path, name];
      if (type === "vendor") return vendorCheck(scenario, at, value, path);
      if (type === "schedule") return scheduleCheck(scenario, at, value, path);
      return [];
    }),
  );
}

function chosen({ vendors, events }: Scenario): Chosen[] {
  const dated = events.flatMap(({ kind, vendor, strategy }, k): Chosen[] => {
    if (kind !== "strategy" || typeof vendor !== "string" || !Object.hasOwn(vendors, vendor)) return [];
    const products = Object.entries(vendors[vendor].products);
    return [{ path: ["events", k, "strategy"], choice: strategy as StrategyChoice, products, vendor }];
  });
  const always = Object.entries(vendors).flatMap(([v, { strategy, products }]) => {
    const all = Object.entries(products);
    const shared = all.filter(([, p]) => p.strategy === undefined);
    const path = ["vendors", v];
    return [
      { path: [...path, "strategy"], choice: strategy, products: shared, vendor: v },
      ...all.flatMap(([id, p]) =>
        p.strategy
          ? [
              {
                path: [...path, "products", id, "strategy"],
                choice: p.strategy,
                products: [[id, p] as const],
                vendor: v,
              },
            ]
          : [],
      ),
    ];
  });
  return [...always, ...dated];
}

function vendorCheck({ vendors }: Scenario, { vendor }: Chosen, value: unknown, path: Path): Finding[] {
  if (typeof value !== "string" || value === "") return [];
  const others = Object.keys(vendors).filter((v) => v !== vendor);
  return others.includes(value) ? [] : [{ path, text: unknownName({ en: "rival", zh: "对手" }, value, others) }];
}

function scheduleCheck(scenario: Scenario, { products, vendor }: Chosen, value: unknown, path: Path): Finding[] {
  if (!Array.isArray(value)) return [];
  const { clock } = scenario;
  return (value as Entry[]).flatMap(({ date, product, vendor: of, tier, price, change, tariff }, k) => {
    const own = products.map(([id]) => id);
    const id = product === undefined || product.startsWith(`${vendor}.`) ? product : `${vendor}.${product}`;
    const found = id === undefined ? [] : meterFindings(scenario, id, price, [...path, k, "price"]);
    if (product !== undefined && !own.some((p) => product === p || product === `${vendor}.${p}`))
      found.push({
        path: [...path, k, "product"],
        text: unknownName({ en: "product of this strategy", zh: "归这一策略定价的产品" }, product, own),
      });
    const arena = products.find(([own]) => id === undefined || id === `${vendor}.${own}`)?.[1].arena;
    if (tariff && arena) found.push(...postedFindings(scenario, { arena, tariff, date }, [...path, k, "tariff"]));
    if (of !== undefined && of !== vendor)
      found.push({ path: [...path, k, "vendor"], text: unknownName({ en: "vendor", zh: "厂商" }, of, [vendor]) });
    const scope = scopeProblem(
      { product, tier },
      products.map(([id, p]) => [`${vendor}.${id}`, p]),
    );
    if (scope) found.push({ path: [...path, k], text: scope });
    if (price !== undefined ? change !== undefined : change === undefined && tariff === undefined)
      found.push({
        path: [...path, k],
        text: {
          en: "say price, change or tariff, and not both price and change",
          zh: "须写 price、change 或 tariff，且 price 与 change 不能同时写",
        },
      });
    if (date < clock.start || date > clock.end)
      found.push({
        path: [...path, k, "date"],
        text: {
          en: `${date} is outside the scenario, ${clock.start} to ${clock.end}`,
          zh: `${date} 不在情景的时间范围（${clock.start} 至 ${clock.end}）内`,
        },
      });
    return found;
  });
}
