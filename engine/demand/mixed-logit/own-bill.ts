import { taxOf } from "../../model/tax.ts";
import { WEEKS_A_MONTH } from "../../scenario/tariff.ts";
import { bestUse, type OwnUse } from "../../tariff/own-terms.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/** Whether each buyer's own bill decides what it pays at offer k. */
export const billedAlone = ({ offers }: Pick<AgentMarket, "offers">, k: number): boolean =>
  offers.gradedInput[k] + offers.gradedOutput[k] > 0;

/** One agent at an offer that is billed alone. */
interface Asking {
  readonly i: number;
  readonly s: number;
  readonly j: number;
  readonly satiation: number; // volume at no price, at the start's size [Mtok/week]
  readonly price: number; // blended, at the segment's mean terms [money/Mtok]
}

/** Its use, and what its own terms take off a bill at the segment's mean ones. */
export interface OwnBill {
  tokens: number; // [Mtok/week at the start's volume], like the next two
  off: number; // [money/week]
  surplus: number; // [money/week]
}

const own: OwnBill = { tokens: 0, off: 0, surplus: 0 };

/** T-9: what an agent uses and saves under terms by volume. Overwritten by the next call. */
export function ownBill(model: AgentModel, market: AgentMarket, { i, s, j, satiation, price }: Asking): OwnBill {
  const { offers, products } = market;
  const { value, outputShare } = model.population;
  const k = s * model.products.length + j;
  const o = outputShare[i];
  const net = 1 + taxOf(model, market, j).rate; // steps are of bills before tax
  const graded = (1 - offers.routed[k]) * ((1 - o) * offers.gradedInput[k] + o * offers.gradedOutput[k]);
  const size = market.agents.grown[s] * WEEKS_A_MONTH;
  const use: OwnUse = bestUse(products.tariff[j]!.volume!, {
    satiation: satiation * size,
    price: graded,
    other: Math.max(0, price / net - graded * offers.graded[k]), // a tax by the token, and tasks routed elsewhere
    worth: (value[i] * offers.quality[k]) / net,
  });
  own.tokens = use.tokens / size;
  own.off = own.tokens * price - (use.due * net) / size;
  own.surplus = (use.surplus * net) / size;
  return own;
}

/** Growth of use from which on buyers' bills are worked out anew. */
const OUTGROWN = 1.05;

/** Marks offers whose buyers may have grown into other steps: those billed alone, once use has grown enough. */
export function outgrow(model: AgentModel, market: AgentMarket, growthOf: (s: number) => number): void {
  if (!market.products.tariff.some((tariff) => tariff?.volume)) return;
  const { grown } = market.agents;
  for (const s of model.segments) {
    const alone = s.products.filter((j) => billedAlone(market, s.index * model.products.length + j));
    if (alone.length === 0) continue;
    const ratio = growthOf(s.index) / grown[s.index];
    if (ratio < OUTGROWN && ratio > 1 / OUTGROWN) continue;
    grown[s.index] *= ratio;
    for (const j of alone) market.products.stale[j] = 1;
  }
}
