import { breakEvenShare, fleetCost, grossMargin, returnOnCost, revenueOf } from "../costs/accounts.ts";
import { busyReplicas, costPerMtok } from "../costs/inference.ts";
import type { Branch, CaseFile, Checker, Checking, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { relativeTolerance } from "./tolerance.ts";

type Numbers = { readonly [key: string]: number };
type Meters = { readonly volume: number; readonly price: number }[];
type Rule = (item: Branch) => Found;

const numbers =
  (rule: (n: Numbers) => Found): Rule =>
  (item) =>
    rule(item as Numbers);
const SECONDS_A_DAY = 86_400;

/** What a serving account states, from the figures it states it with. */
const quantities: Readonly<Record<string, Rule>> = {
  fleetCost: numbers(({ nodes, gpus, hours, gpuPrice }) => fleetCost(nodes * gpus, hours, gpuPrice)),
  revenue: (item) => revenueOf(item.meters as unknown as Meters),
  grossMargin: numbers(({ revenue, cost }) => grossMargin(revenue, cost)),
  returnOnCost: numbers(({ revenue, cost }) => returnOnCost(revenue, cost)),
  breakEvenShare: numbers(({ revenue, cost }) => breakEvenShare(revenue, cost)),
  unitCost: numbers(({ gpus, gpuPrice, rate }) => costPerMtok(gpus, gpuPrice, rate)),
  /** Tokens served at a fleet's whole cost. */
  blendedCost: numbers(({ cost, volume }) => cost / volume),
  /** Gross margin of a price against what a rate on a node costs. */
  marginAt: numbers(({ gpus, gpuPrice, rate, price, fx }) =>
    grossMargin(price / fx, costPerMtok(gpus, gpuPrice, rate)),
  ),
  breakEvenAt: numbers(({ gpus, gpuPrice, rate, price, fx }) =>
    breakEvenShare(price / fx, costPerMtok(gpus, gpuPrice, rate)),
  ),
  busyReplicas: numbers(({ inputPerDay, outputPerDay, inputRate, outputRate }) =>
    busyReplicas({ input: inputRate, output: outputRate }, { input: 7 * inputPerDay, output: 7 * outputPerDay }),
  ),
  ratio: numbers(({ part, whole }) => part / whole),
  fall: numbers(({ from, to }) => 1 - to / from),
  before: numbers(({ after, cut }) => after / (1 - cut)),
  /** A price in another currency against one. */
  priceAgainst: numbers(({ price, fx, against }) => price / fx / against),
  perDay: numbers(({ rate }) => (rate * SECONDS_A_DAY) / 1e6),
};

const items = (file: CaseFile) => Object.entries(file.params as Branch) as [string, Branch][];

/** One quantity, or several by name. */
function evaluate(item: Branch): Found {
  if (typeof item.quantity === "string") return quantities[item.quantity](item);
  return Object.fromEntries(Object.entries(item).map(([name, part]) => [name, evaluate(part as Branch)]));
}

function known(item: Tree): boolean {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  const branch = item as Branch;
  if (typeof branch.quantity === "string") return Object.hasOwn(quantities, branch.quantity);
  return Object.values(branch).every(known);
}

/** Published accounts of serving cost, revenue and margins. */
export const servingAccounts: Checker = {
  id: "serving-accounts",
  label: { en: "Serving accounts", zh: "推理服务的成本账" },
  accepts: (file) => file.topic === "serving-accounts" && items(file).every(([, item]) => known(item)),
  check: function* (file): Checking {
    const found = Object.fromEntries(items(file).map(([id, item]) => [id, evaluate(item)]));
    yield 1;
    return compareTrees(file.expected, found, relativeTolerance(file.tolerance));
  },
};
