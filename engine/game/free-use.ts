import type { Scenario } from "../scenario/scenario.ts";
import type { Allowance } from "../scenario/vendor.ts";

const NONE: Allowance = { quota: 0, every: "week", beyond: "pay" };

/** What a scenario gives away of a product on a day: as the product began, or as the last event until then has it. */
export function allowanceOn(scenario: Scenario, vendor: string, product: string, date: string): Allowance {
  const id = `${vendor}.${product}`;
  const given = scenario.events.filter((e) => e.kind === "allowance" && e.product === id && e.date <= date);
  const last = given.reduce<(typeof given)[number] | null>((a, b) => (a && a.date > b.date ? a : b), null);
  return { ...NONE, ...(last ?? scenario.vendors[vendor].products[product].free) };
}

/** What users of a product that is paid for get free; a quota that only stops free use gives nothing where one pays. */
export function freeTokens({ quota, beyond }: Allowance, paid: boolean): number {
  return beyond === "stop" && paid ? 0 : quota;
}
