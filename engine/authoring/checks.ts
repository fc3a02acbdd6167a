import { demandOf, segmentsOf } from "../demand/demand-model.ts";
import { costModels } from "../costs/index.ts";
import { parsePath, seriesNames } from "../metrics/lookup.ts";
import { withDefaults } from "../registry.ts";
import { eventKinds } from "../events/index.ts";
import { idleTax } from "../events/tax.ts";
import { neverHappens } from "./event-checks.ts";
import type { Text } from "../text/text.ts";
import { unknownName, type Finding } from "../text/errors.ts";
import type { Tariff } from "../scenario/tariff.ts";
import type { MarketEvent, Product, Scenario } from "../scenario/scenario.ts";
import { meterFindings } from "./price-checks.ts";
import { inScope, scopeChecks } from "./price-scope.ts";
import { keyChecks } from "./key-checks.ts";
import { leverChecks } from "./lever-checks.ts";
import { sizeChecks } from "./size-checks.ts";
import { postedFindings } from "./over-promotions.ts";
import { tariffChecks } from "./tariff-checks.ts";
import { strategyChecks } from "./strategy-checks.ts";

/** What no field can know by itself: names that must exist, dates that must fit, sums that must hold. */
export function crossChecks(scenario: Scenario): Finding[] {
  const checks = [
    clock,
    taxes,
    vendors,
    tariffChecks,
    strategyChecks,
    events,
    scopeChecks,
    demand,
    keyChecks,
    leverChecks,
    expectations,
    sizeChecks,
    seats,
  ];
  return checks.flatMap((check) => check(scenario));
}

const productIds = ({ vendors: all }: Scenario): string[] =>
  Object.entries(all).flatMap(([v, vendor]) => Object.keys(vendor.products).map((p) => `${v}.${p}`));

function clock({ clock: { start, end } }: Scenario): Finding[] {
  if (end >= start) return [];
  return [
    {
      path: ["clock", "end"],
      text: { en: `the end, ${end}, is before the start, ${start}`, zh: `结束日 ${end} 早于开始日 ${start}` },
    },
  ];
}

/** Taxes by a unit in which nothing is sold. */
function taxes(scenario: Scenario): Finding[] {
  const said = [
    { path: ["rules", "tax"], tax: scenario.rules.tax, only: null },
    ...Object.entries(scenario.vendors).map(([v, { tax }]) => ({ path: ["vendors", v, "tax"], tax, only: v })),
  ];
  return said.flatMap(({ path, tax, only }) =>
    tax ? idleTax(scenario, tax, only).map(({ field, text }) => ({ path: [...path, field], text })) : [],
  );
}

const demand = (scenario: Scenario): readonly Finding[] => demandOf(scenario).check(scenario.demand);

function vendors(scenario: Scenario): Finding[] {
  const found: Finding[] = [];
  const { buys } = demandOf(scenario);
  const segments = Object.values(segmentsOf(scenario));
  for (const [v, { products }] of Object.entries(scenario.vendors)) {
    if (v.includes("."))
      found.push({
        path: ["vendors", v],
        text: {
          en: "a vendor's name has no dot: ids are vendor.product",
          zh: "厂商名不能含点：产品编号的形式是 厂商.产品",
        },
      });
    found.push(...ownerNames(scenario, v));
    for (const [p, product] of Object.entries(products)) {
      const { arena, reference, cost, price } = product;
      found.push(...meterFindings(scenario, `${v}.${p}`, price, ["vendors", v, "products", p, "price"]));
      const model = costModels.get(cost.kind);
      found.push(...segmentNames(product, Object.keys(segmentsOf(scenario)), ["vendors", v, "products", p]));
      const problem = model.problem?.(withDefaults(model.parameters, cost));
      if (problem) found.push({ path: ["vendors", v, "products", p, "cost"], text: problem });
      if (segments.length > 0 && !reference && !segments.some((s) => buys(s, product)))
        found.push({
          path: ["vendors", v, "products", p, "arena"],
          text: Object.hasOwn(scenario.arenas, arena)
            ? nobodyBuysIn(arena)
            : unknownName({ en: "arena", zh: "竞技场" }, arena, [...new Set(segments.map((s) => s.arena))]),
        });
    }
  }
  if (productIds(scenario).length === 0)
    found.push({ path: ["vendors"], text: { en: "no product at all", zh: "没有任何产品" } });
  return found;
}

const nobodyBuysIn = (arena: string): Text => ({
  en: `no segment looks at “${arena}”: name it in one, also: [${arena}]`,
  zh: `没有用户群考虑“${arena}”：请在用户群里写 also: [${arena}]`,
});

/** An owner is a vendor that belongs to itself. */
function ownerNames({ vendors: all }: Scenario, v: string): Finding[] {
  const { owner, products } = all[v];
  const heads = Object.keys(all).filter((id) => all[id].owner === undefined || all[id].owner === id);
  const wrong = (name: string | undefined, path: readonly string[]): Finding[] =>
    name === undefined || heads.includes(name)
      ? []
      : [{ path: ["vendors", v, ...path], text: unknownName({ en: "owner", zh: "所有者" }, name, heads) }];
  const own = Object.entries(products).flatMap(([p, product]) => wrong(product.owner, ["products", p, "owner"]));
  return [...wrong(owner, ["owner"]), ...own];
}

/** Segments that a product is sold to, or fits. */
function segmentNames({ only = [], fit }: Product, known: readonly string[], path: readonly string[]): Finding[] {
  const wrong = (name: string) => unknownName({ en: "segment", zh: "用户群" }, name, known);
  const [sold, fits] = [only, Object.keys(fit)].map((names) => names.filter((name) => !known.includes(name)));
  return [
    ...sold.map((name) => ({ path: [...path, "only", only.indexOf(name)], text: wrong(name) })),
    ...fits.map((name) => ({ path: [...path, "fit", name], text: wrong(name) })),
  ];
}

/** An event that nothing comes of would silently never happen. */
function events(scenario: Scenario): Finding[] {
  return scenario.events.flatMap((event, k) => {
    const at = ["events", k] as const;
    const never = neverHappens(scenario, event);
    const found: Finding[] = never ? [{ path: [...at, "date"], text: never }] : [];
    for (const id of inScope(scenario, event))
      found.push(...meterFindings(scenario, id, event.price, [...at, "price"]));
    const wrong = names(scenario, event);
    if (event.tariff && wrong.length === 0) {
      const posted = { arena: arenaOf(scenario, event), tariff: event.tariff as Tariff, date: event.date };
      found.push(...postedFindings(scenario, posted, [...at, "tariff"]));
    }
    const problem = wrong.length === 0 ? eventKinds.get(event.kind).problem?.(scenario, event) : null;
    if (problem) found.push({ path: [...at], text: problem });
    return [...found, ...wrong.map(({ path, text }) => ({ path: [...at, ...path], text }))];
  });
}

/** Where the product that an event is about is sold. */
function arenaOf({ vendors: all }: Scenario, { product }: MarketEvent): string {
  const [vendor, ...id] = String(product).split(".");
  return all[vendor].products[id.join(".")].arena;
}

function names(scenario: Scenario, { product, vendor }: MarketEvent): Finding[] {
  const found: Finding[] = [];
  const known = productIds(scenario);
  if (typeof product === "string" && !known.includes(product))
    found.push({ path: ["product"], text: unknownName({ en: "product", zh: "产品" }, product, known) });
  const all = Object.keys(scenario.vendors);
  if (typeof vendor === "string" && !all.includes(vendor))
    found.push({ path: ["vendor"], text: unknownName({ en: "vendor", zh: "厂商" }, vendor, all) });
  return found;
}

/** A game is played by vendors that there are, and no seat twice. */
function seats({ game, vendors: all }: Scenario): Finding[] {
  const known = Object.keys(all);
  return (game?.seats ?? []).flatMap(({ vendor }, k): Finding[] =>
    known.includes(vendor)
      ? []
      : [{ path: ["game", "seats", k, "vendor"], text: unknownName({ en: "vendor", zh: "厂商" }, vendor, known) }],
  );
}

function expectations(scenario: Scenario): Finding[] {
  return scenario.expect.flatMap(({ metric, at, below, above }, k) => {
    const found: Finding[] = [];
    const path = ["expect", k] as const;
    found.push(...seriesProblems(scenario, metric).map((text) => ({ path: [...path, "metric"], text })));
    if (below === undefined && above === undefined)
      found.push({ path, text: { en: "say below or above", zh: "须写明 below 或 above" } });
    if (at < scenario.clock.start || at > scenario.clock.end)
      found.push({ path: [...path, "at"], text: { en: `${at} is outside the run`, zh: `${at} 不在运行区间内` } });
    return found;
  });
}

/** What is wrong with the path of a series; hosts of open weights may be named though no file lists them. */
export function seriesProblems(scenario: Scenario, path: string): Text[] {
  const at = parsePath(path);
  if (!at)
    return [
      {
        en: `“${path}” is no series: write market.hhi or vendors.<id>.tokenShare`,
        zh: `“${path}”不是序列，应写作 market.hhi 或 vendors.<厂商>.tokenShare`,
      },
    ];
  const names = seriesNames(at.entity);
  const ids = {
    market: [""],
    vendor: Object.keys(scenario.vendors),
    product: productIds(scenario),
    segment: segmentIds(scenario),
  }[at.entity];
  const found: Text[] = [];
  if (!names.includes(at.name)) found.push(unknownName({ en: "metric", zh: "指标" }, at.name, names));
  if (!ids.includes(at.id) && !at.id.startsWith("host-"))
    found.push(unknownName({ en: at.entity, zh: "对象" }, at.id, ids));
  return found;
}

const segmentIds = (scenario: Scenario): string[] => Object.keys(segmentsOf(scenario));
