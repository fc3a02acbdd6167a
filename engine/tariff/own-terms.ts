import { exp, log } from "../math/elementary.ts";
import type { VolumeTerms } from "../scenario/tariff.ts";
import { monthlyBill } from "./spend.ts";

/** Terms by volume, and where the best use under them can lie: a bill that is straight but for a few kinks. */
export interface OwnTerms {
  readonly terms: VolumeTerms;
  readonly rates: readonly number[]; // of list, what one unit more may cost
  readonly kinks: readonly number[]; // bills at list prices from which on it may cost more [money/month]
}

export function ownTerms(terms: VolumeTerms): OwnTerms {
  const { steps, minimum, commitments } = terms;
  const flat = minimum > 0 || commitments.length > 0; // up to a least bill one unit more is free
  return {
    terms,
    rates: [...new Set([1, ...[...steps, ...commitments].map(({ times }) => times), ...(flat ? [0] : [])])],
    kinks: [
      ...steps.map(({ above }) => above),
      ...commitments.map(({ spend, times }) => spend / times),
      ...(minimum > 0 ? [firstDue(terms)] : []),
    ].filter((bill) => bill > 0 && bill < Infinity),
  };
}

/** The bill at list prices from which on the month's minimum no longer binds. */
function firstDue({ steps, minimum, commitments }: VolumeTerms): number {
  let [due, from, times] = [0, 0, 1];
  for (const step of steps) {
    const next = due + (step.above - from) * times;
    if (next >= minimum) break;
    [due, from, times] = [next, step.above, step.times];
  }
  const bySteps = from + (minimum - due) / times;
  return Math.max(bySteps, ...commitments.map((c) => (c.spend >= minimum ? 0 : minimum / c.times)));
}

/** What a buyer would use at no price, and what using costs and is worth to it. */
interface Wanted {
  readonly satiation: number; // [Mtok/month]
  readonly price: number; // before the terms [money/Mtok]
  readonly other: number; // due on each token besides [money/Mtok]
  readonly worth: number; // v g [money/Mtok]
}

/** What a buyer uses, owes and gains in a month. */
export interface OwnUse {
  tokens: number; // [Mtok/month]
  due: number; // [money/month]
  surplus: number; // value less the bill; below zero where the least bill is more than any use is worth
}

/** Used over and over: a recount asks for thousands. */
const best: OwnUse = { tokens: 0, due: 0, surplus: 0 };

/**
 * The use that a buyer is best off with where its own bill decides what the next token costs. Value is
 * v g x (1 + ln(X/x)), the bill is straight between kinks, so that the best of all is where one more token is worth one
 * of its rates, or at a kink. Overwritten by the next call.
 */
export function bestUse({ terms, rates, kinks }: OwnTerms, wanted: Wanted): OwnUse {
  const { satiation, price, other, worth } = wanted;
  best.tokens = 0;
  best.due = terms.minimum;
  best.surplus = -terms.minimum;
  for (const rate of rates) consider(terms, wanted, satiation * exp(-(rate * price + other) / worth));
  for (const bill of kinks) if (bill < satiation * price) consider(terms, wanted, bill / price);
  return best;
}

function consider(terms: VolumeTerms, { satiation, price, other, worth }: Wanted, tokens: number): void {
  if (!(tokens > 0)) return;
  const due = monthlyBill(terms, tokens * price) + tokens * other;
  const surplus = worth * tokens * (1 + log(satiation / tokens)) - due;
  if (surplus <= best.surplus) return;
  best.tokens = tokens;
  best.due = due;
  best.surplus = surplus;
}
