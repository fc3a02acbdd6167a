import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import { quarterStart } from "./calendar.ts";
import { allowanceOn } from "./free-use.ts";
import type { Decisions, PriceDecision, Round } from "./game.ts";

/** Decisions as the engine takes them: prices as a player's dated moves, all else as dated events. */
export interface DatedMove {
  readonly date: string;
  readonly product: string;
  readonly price: PriceDecision;
}

export const movesOf = (scenario: Scenario, vendor: string, rounds: readonly Round[]): DatedMove[] =>
  rounds.flatMap((round, quarter) => {
    const { prices = {} } = round[vendor] ?? {};
    const named = Object.keys(scenario.vendors[vendor].products).filter((product) => Object.hasOwn(prices, product));
    return named.map((product) => ({ date: quarterStart(scenario, quarter), product, price: prices[product] }));
  });

/** In an order of their own, whoever entered first: quarters, then vendors as the scenario lists them. */
export const eventsOf = (scenario: Scenario, rounds: readonly Round[]): MarketEvent[] =>
  rounds.flatMap((round, quarter) =>
    Object.keys(scenario.vendors)
      .filter((vendor) => Object.hasOwn(round, vendor))
      .flatMap((vendor) => vendorEvents(scenario, { vendor, date: quarterStart(scenario, quarter) }, round[vendor])),
  );

type Whose = { readonly vendor: string; readonly date: string };

function vendorEvents(scenario: Scenario, { vendor, date }: Whose, decisions: Decisions): MarketEvent[] {
  const { research, gpus, credits, free = {} } = decisions;
  const found: MarketEvent[] = [];
  if (research !== undefined) found.push({ date, kind: "research-budget", vendor, spend: research });
  if (gpus !== undefined) found.push({ date, kind: "fleet-size", vendor, ...(gpus !== null && { gpus }) });
  if (credits !== undefined) found.push({ date, kind: "credits", vendor, amount: credits });
  for (const product of Object.keys(scenario.vendors[vendor].products)) {
    if (!Object.hasOwn(free, product)) continue;
    const { every } = allowanceOn(scenario, vendor, product, date); // a day's allowance stays one of a day
    const window = every === "week" ? {} : { every };
    const quota = free[product];
    found.push({ date, kind: "allowance", product: `${vendor}.${product}`, quota, ...window, beyond: "pay" });
  }
  return found;
}

export const isEmpty = ({ prices = {}, research, gpus, credits, free = {} }: Decisions): boolean =>
  Object.keys(prices).length + Object.keys(free).length === 0 &&
  research === undefined &&
  gpus === undefined &&
  credits === undefined;
