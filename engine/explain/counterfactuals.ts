import { dropEvents } from "../mechanisms/edit.ts";
import { mechanisms } from "../mechanisms/index.ts";
import type { MarketEvent, Scenario, Series } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/** The same scenario with one thing taken out. Knock-outs compose; their effects do not simply add up. */
export interface KnockOut {
  readonly id: string; // launch:deepseek.v2, vendor:zhipu, event:2024-05-21:alibaba, technology, hardware, below-cost
  readonly label: Text;
  edit(scenario: Scenario): Scenario;
}

/** Everything that can be taken out of a scenario. */
export function knockOuts(scenario: Scenario): KnockOut[] {
  return [...launches(scenario), ...events(scenario), ...vendors(scenario), technology, hardware, belowCost];
}

/** One after the other. */
export const without = (scenario: Scenario, taken: readonly KnockOut[]): Scenario =>
  taken.reduce((s, knockOut) => knockOut.edit(s), scenario);

/** A product that never comes to market, and nothing that would happen to it. */
function neverOnSale(scenario: Scenario, gone: (id: string) => boolean): Scenario {
  const vendors = Object.fromEntries(
    Object.entries(scenario.vendors).map(([v, vendor]) => {
      const products = Object.entries(vendor.products).map(([p, product]) => [
        p,
        gone(`${v}.${p}`) ? { ...product, launch: "never" as const } : product,
      ]);
      return [v, { ...vendor, products: Object.fromEntries(products) }];
    }),
  );
  return { ...scenario, vendors, events: scenario.events.filter((e) => !gone(String(e.product))) };
}

/** A vendor that never was: no product, nothing it does on a date, no fleet, research or first-party use. */
function withoutVendor(scenario: Scenario, id: string): Scenario {
  const left = neverOnSale(scenario, (product) => product.startsWith(`${id}.`));
  const idle = {
    ...left.vendors[id],
    fleetUse: 1,
    captive: 0,
    fleet: null,
    research: null,
    funding: null,
    outlays: 0,
    credits: { amount: 0, from: null },
    offPeak: { discount: 0, hours: left.vendors[id].offPeak.hours, from: null },
  };
  const events = left.events.filter((e) => e.vendor !== id);
  return { ...left, vendors: { ...left.vendors, [id]: idle }, events };
}

function launches(scenario: Scenario): KnockOut[] {
  return Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
    Object.entries(products).flatMap(([p, product]): KnockOut[] => {
      const id = `${v}.${p}`;
      if (product.launch === null || product.launch === "never" || product.launch <= scenario.clock.start) return [];
      const name = product.name ?? { en: id, zh: id };
      const label = { en: `without the launch of ${name.en}`, zh: `没有 ${name.zh} 的发布` };
      return [{ id: `launch:${id}`, label, edit: (s) => neverOnSale(s, (other) => other === id) }];
    }),
  );
}

/** What one vendor does on one day goes together: an announcement is one event. */
function events(scenario: Scenario): KnockOut[] {
  const ids = [...new Set(scenario.events.map(eventId))];
  return ids.map((id) => ({
    id,
    label: { en: `without ${id.slice(6).replace(":", ", ")}`, zh: `没有 ${id.slice(6).replace(":", " ")} 的变动` },
    edit: (s) => ({ ...s, events: s.events.filter((e) => eventId(e) !== id) }),
  }));
}

const eventId = ({ date, vendor, product, kind }: MarketEvent): string =>
  `event:${date}:${String(vendor ?? (product ? String(product).split(".")[0] : kind))}`;

function vendors(scenario: Scenario): KnockOut[] {
  return Object.entries(scenario.vendors).map(([v, vendor]) => ({
    id: `vendor:${v}`,
    label: { en: `without ${(vendor.short ?? vendor.name).en}`, zh: `没有${(vendor.short ?? vendor.name).zh}` },
    edit: (s) => withoutVendor(s, v),
  }));
}

const technology: KnockOut = {
  id: "technology",
  label: { en: "with inference technology frozen", zh: "推理技术停在期初" },
  edit: (s) => mechanisms.find(({ id }) => id === "M-1")!.off(s),
};

const hardware: KnockOut = {
  id: "hardware",
  label: { en: "with the GPU price frozen", zh: "GPU 价格停在期初" },
  edit: (s) => ({
    ...dropEvents(s, "gpu-price"),
    costs: { ...s.costs, gpuPrice: firstValue(s.costs.gpuPrice, s.clock.start) },
  }),
};

const belowCost: KnockOut = {
  id: "below-cost",
  label: { en: "with nobody allowed below cost", zh: "不许任何人低于成本定价" },
  edit: (s) => ({ ...s, rules: { ...s.rules, belowCost: false } }),
};

/** A path's value on a date: of steps, the last one begun. */
function firstValue(series: Series, date: string): number {
  if (typeof series === "number") return series;
  const k = series.at.findLastIndex((from) => from <= date);
  return series.value[Math.max(0, k)];
}
