import type { AssignedStrategy, ProductSpec, VendorSpec } from "../model/market.ts";
import { withDefaults } from "../registry.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Scenario, StrategyChoice } from "../scenario/scenario.ts";
import { sample, type Time } from "../scenario/series.ts";
import { strategies } from "../strategies/index.ts";

export function vendorSpecs(scenario: Scenario, products: readonly ProductSpec[], time: Time): VendorSpec[] {
  return Object.entries(scenario.vendors).map(([id, vendor], index) => {
    const own = products.filter((p) => p.vendor === index);
    return {
      id,
      index,
      vendor,
      products: own.map((p) => p.index),
      captive: sample(vendor.captive, time).map((perDay) => perDay * 7),
      sightTicks: vendor.conduct.sees === "now" ? Math.round(vendor.conduct.sightLag / time.tickDays) : 0,
      strategies: assignStrategies(scenario, vendor.strategy, own, time),
    };
  });
}

/** A vendor's strategy prices the products that have none of their own. */
function assignStrategies(
  scenario: Scenario,
  common: StrategyChoice,
  own: readonly ProductSpec[],
  time: Time,
): AssignedStrategy[] {
  const resolve = (choice: StrategyChoice, list: readonly ProductSpec[]): AssignedStrategy => ({
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
  return [resolve(common, shared), ...apart.map((p) => resolve(p.product.strategy!, [p]))];
}

/** Dated lists among a strategy's parameters get the day they stand for. */
function dated(parameters: StrategyChoice, { startDay }: Time): StrategyChoice {
  const withDay = (entry: { date: string }) => ({ ...entry, day: dayNumber(entry.date) - startDay });
  return Object.fromEntries(
    Object.entries(parameters).map(([k, v]) => [k, Array.isArray(v) ? v.map(withDay) : v]),
  ) as StrategyChoice;
}
