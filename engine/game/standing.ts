import type { Recording } from "../recording/recorder.ts";
import { productTokens } from "../metrics/metric.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Window } from "../scenario/tariff.ts";
import { gameEnd, quarterStart, quarterTicks } from "./calendar.ts";
import { allowanceOn, freeTokens } from "./free-use.ts";
import type { Game, PriceDecision } from "./game.ts";

/** Where a seat's levers stand before it decides on the next quarter. */
export interface Standing {
  readonly products: readonly ProductStanding[];
  readonly research: number; // [money/week]
  /** `busy` is the share of capacity used. */
  readonly gpus: { readonly leased: number; readonly busy: number; readonly fixed: number | null } | null;
  readonly credits: number; // [Mtok]
}

export interface ProductStanding {
  readonly name: string; // the vendor's own
  readonly id: string;
  readonly tier: string;
  readonly live: boolean;
  /** The day on which it comes on sale within the quarter that is decided on; null where it does not. */
  readonly launches: string | null;
  readonly price: PriceDecision;
  readonly cost: PriceDecision; // long-run unit cost [money/Mtok]
  readonly tokens: number; // of the last week [Mtok/week]
  readonly tokensBefore: number; // a quarter before
  readonly free: number; // allowance of a user [Mtok/window]; 0: none
  readonly every: Window; // over which it counts
}

/** `opening` is the game before anybody decided: what the first quarter is held against. */
export function standingOf(
  scenario: Scenario,
  r: Recording,
  { rounds }: Game,
  vendor: string,
  opening: Recording = r,
): Standing {
  const end = Math.max(0, quarterTicks(rounds.length)[0] - 1);
  const [from, to] = [quarterStart(scenario, rounds.length), gameEnd(scenario, rounds.length + 1)];
  const decided = rounds.map((round) => round[vendor] ?? {});
  const { credits, fleet } = scenario.vendors[vendor];
  const at = end * r.vendorIds.length + r.vendorIds.indexOf(vendor);
  const last = <T>(pick: (d: (typeof decided)[number]) => T | undefined, before: T): T =>
    decided.map(pick).findLast((x) => x !== undefined) ?? before;
  return {
    products: products(scenario, r, { vendor, end, from, to, opening }).map((p) => {
      const given = allowanceOn(scenario, vendor, p.name, from);
      const free = freeTokens(given, p.price.input > 0);
      return { ...p, free: last((d) => d.free?.[p.name], free), every: given.every };
    }),
    research: last((d) => d.research, opening.vendor.research[opening.vendorIds.indexOf(vendor)]),
    gpus: fleet && {
      leased: r.vendor.gpus[at],
      busy: r.vendor.utilisation[at],
      fixed: decided.map((d) => d.gpus).findLast((x) => x !== undefined) ?? null,
    },
    credits: last((d) => d.credits, credits.from === null ? credits.amount : 0),
  };
}

interface Before {
  readonly vendor: string;
  readonly end: number; // the last row there is
  readonly from: string; // the first day of the quarter that is decided on
  readonly to: string; // its last
  readonly opening: Recording;
}

function products(scenario: Scenario, r: Recording, { vendor, end, from, to, opening }: Before) {
  const tokens = productTokens(r);
  const n = r.productIds.length;
  const before = end - quarterTicks(1)[0];
  const tokensBefore =
    before < 0 ? productTokens(opening).subarray(0, n) : tokens.subarray(before * n, (before + 1) * n);
  return Object.entries(scenario.vendors[vendor].products).map(([name, { tier, launch }]) => {
    const id = `${vendor}.${name}`;
    const k = end * n + r.productIds.indexOf(id);
    const live = r.product.live[k] === 1;
    const comes = !live && launch !== null && launch >= from && launch <= to; // “never” is later than any day
    return {
      name,
      id,
      tier,
      live,
      launches: comes ? launch : null,
      price: { input: r.product.priceInput[k], output: r.product.priceOutput[k] },
      cost: { input: r.product.unitCostInput[k], output: r.product.unitCostOutput[k] },
      tokens: tokens[k],
      tokensBefore: tokensBefore[r.productIds.indexOf(id)],
    };
  });
}
