import type { AssignedStrategy, ProductSpec, VendorSpec } from "../model/market.ts";
import { withDefaults } from "../registry.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Scenario, StrategyChoice } from "../scenario/scenario.ts";
import { sample, tickOf, type Time } from "../scenario/series.ts";
import { strategies } from "../strategies/index.ts";

export function vendorSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): VendorSpec[] {
  return Object.entries(scenario.vendors).map(([id, vendor], index) => {
    const own = products.filter((p) => p.vendor === index);
    return {
      id,
      index,
      vendor,
      products: own.map((p) => p.index),
      fleetUse: sample(vendor.fleetUse, time),
      captive: sample(vendor.captive, time).map((perDay) => perDay * 7),
      sightTicks: vendor.conduct.sees === "now" ? Math.round(vendor.conduct.sightLag / time.tickDays) : 0,
      strategies: assignStrategies(
        scenario,
        id,
        products.filter((p) => p.owner === index),
        time,
      ),
    };
  });
}

/** A vendor's strategy prices the products that have none of their own; one that comes on a date, all of them. */
function assignStrategies(
  scenario: Scenario,
  vendor: string,
  own: readonly ProductSpec[],
  time: Time,
): AssignedStrategy[] {
  const changes = scenario.events
    .filter((e) => e.kind === "strategy" && e.vendor === vendor)
    .map((e) => ({ from: tickOf(e.date, time), choice: e.strategy as StrategyChoice }))
    .toSorted((a, b) => a.from - b.from);
  const common = scenario.vendors[vendor].strategy;
  let [from, until] = [0, changes[0]?.from ?? Infinity];
  const resolve = (choice: StrategyChoice, list: readonly ProductSpec[]): AssignedStrategy => ({
    from,
    until,
    kind: choice.kind,
    parameters: dated(
      withDefaults(
        strategies.get(choice.kind).parameters,
        scenario.strategies[choice.kind] ?? {},
        choice,
      ) as StrategyChoice,
      time,
    ),
    products: list.filter((p) => !p.product.reference).map((p) => p.index),
  });
  const shared = own.filter((p) => p.product.strategy === undefined);
  const apart = own.filter((p) => p.product.strategy !== undefined);
  const first = [resolve(common, shared), ...apart.map((p) => resolve(p.product.strategy!, [p]))];
  const later = changes.map(({ choice, from: tick }, k) => {
    [from, until] = [tick, changes[k + 1]?.from ?? Infinity];
    return resolve(choice, own);
  });
  return [...first, ...later];
}

/** Dated lists among a strategy's parameters get the day they stand for. */
function dated(parameters: StrategyChoice, { startDay }: Time): StrategyChoice {
  const withDay = (entry: { date: string }) => ({ ...entry, day: dayNumber(entry.date) - startDay });
  return Object.fromEntries(
    Object.entries(parameters).map(([k, v]) => [k, Array.isArray(v) ? v.map(withDay) : v]),
  ) as StrategyChoice;
}
