import { dayNumber, isoDate } from "./dates.ts";
import type { Product, Scenario, Vendor } from "./scenario.ts";

/**
 * M-23. From the day a product's weights are open, others may serve them: the same architecture and
 * quality, less trust, priced at cost plus a margin. Hosts are vendors like any other, `host-1`, `host-2`,
 * one product for each open model.
 */
export function withHosts(scenario: Scenario): Scenario {
  const hosts: Record<string, Vendor> = {};
  for (const [vendorId, vendor] of Object.entries(scenario.vendors)) {
    for (const [productId, product] of Object.entries(vendor.products)) {
      if (product.openWeights && product.launch !== "never")
        addHosts(hosts, `${vendorId}-${productId}`, product, scenario);
    }
  }
  return Object.keys(hosts).length === 0 ? scenario : { ...scenario, vendors: { ...scenario.vendors, ...hosts } };
}

function addHosts(hosts: Record<string, Vendor>, name: string, product: Product, { clock, vendors }: Scenario): void {
  const { date, hosts: count, delayDays, trust, margin, load } = product.openWeights!;
  for (let k = 1; k <= count; k++) {
    const id = `host-${k}`;
    if (vendors[id]) continue; // the scenario has a vendor of that name already
    const day = isoDate(dayNumber(date) + k * delayDays);
    hosts[id] ??= host(k, trust, load, margin);
    (hosts[id].products as Record<string, Product>)[name] = {
      ...product,
      openWeights: undefined,
      strategy: undefined,
      launch: day <= clock.start ? null : day,
    };
  }
}

const host = (k: number, trust: number, load: number, margin: number): Vendor => ({
  name: { en: `Open-weight host ${k}`, zh: `开源托管商 ${k}` },
  short: { en: `Host ${k}`, zh: `托管商 ${k}` },
  trust,
  trustBy: {},
  reach: 0.3,
  load,
  cash: null,
  purse: 0,
  outlays: 0,
  research: null,
  funding: null,
  credits: { amount: 0, from: null },
  offPeak: { discount: 0, hours: 0.33, from: null },
  fleet: null,
  fleetUse: 1,
  captive: 0,
  conduct: { shareWeight: 0, largestCut: 1, everyDays: 1, sees: "now", sightLag: 0, sightNoise: 0 },
  strategy: { kind: "cost-plus", margin },
  products: {},
});
