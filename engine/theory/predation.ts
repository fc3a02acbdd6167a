import { pow } from "../math/elementary.ts";

interface Costs {
  readonly averageVariable: number;
  readonly averageAvoidable: number;
  readonly averageTotal: number;
}

type AkzoZone = "predatory" | "predatory_if_intent" | "lawful";

/**
 * Price tests: Areeda & Turner (1975), Harvard Law Review 88, presume predation below average variable cost; so does
 * AKZO v Commission (C-62/86), which between there and average total cost asks for intent.
 */
export function predationTest(price: number, { averageVariable, averageAvoidable, averageTotal }: Costs) {
  const zone: AkzoZone =
    price < averageVariable ? "predatory" : price < averageTotal ? "predatory_if_intent" : "lawful";
  return { belowVariable: price < averageVariable, belowAvoidable: price < averageAvoidable, zone };
}

interface Sacrifice {
  readonly loss: number; // per period of low prices
  readonly periodsLoss: number;
  readonly gain: number; // per period afterwards
  readonly periodsGain: number;
  readonly rate: number; // of interest, per period
}

/** Recoupment (Brooke Group v Brown & Williamson, 1993): whether later gains repay the loss, in present values. */
export function recoupment({ loss, periodsLoss, gain, periodsGain, rate }: Sacrifice) {
  const value = (amount: number, from: number, periods: number) => {
    let sum = 0;
    for (let t = from; t < from + periods; t++) sum += amount * pow(1 + rate, -t);
    return sum;
  };
  const lost = value(loss, 1, periodsLoss);
  const gained = value(gain, periodsLoss + 1, periodsGain);
  let needed = 0;
  while (needed < 100_000 && value(gain, periodsLoss + 1, needed) < lost) needed++;
  return { lost, gained, net: gained - lost, recoups: gained >= lost, periodsNeeded: needed };
}
