import { measuredOf } from "../../charts/data/series-paths.ts";
import { asRun, exchangeRate, type Measured, restatedMeasures, type Scenario, type Text } from "../../engine/index.ts";
import { together } from "../../words/names.ts";
import { once } from "../store/once.ts";

/** One scenario of a comparison. */
export interface Arm {
  readonly id: string;
  readonly letter: string; // A is what the others are held against
  readonly name: string;
  readonly scenario: Scenario;
}

export interface Paired {
  readonly arms: readonly Arm[];
  readonly runs: readonly (readonly Measured[])[]; // arm x pair: only pairs that all arms have
  readonly done: number; // single runs
  readonly total: number;
  readonly running: boolean;
  readonly secondsLeft: number | null;
  readonly failed: number;
  readonly error: string; // why the first failed
  readonly unopened: readonly Unopened[]; // also those that cannot be held against A
}

export interface Unopened {
  readonly name: string;
  readonly why: Text;
}

const restatedOf = once<Measured, Map<number, Measured>>(() => new Map());

/** A run in A's money: amounts of all arms add up. */
export function inMoneyOfA(measured: Measured, { scenario }: Arm, a: Arm): Measured {
  const rate = exchangeRate(scenario, a.scenario) ?? NaN; // there is one: they are comparable
  if (rate === 1) return measured;
  const known = restatedOf(measured);
  const found = known.get(rate) ?? restatedMeasures(measured, measuredOf(scenario), rate);
  known.set(rate, found);
  return found;
}

/** What vendors of any arm are called. */
export const namesIn = ({ arms }: Pick<Paired, "arms">): Scenario => together(arms.map(({ scenario }) => scenario));

/** Vendors of the arm, hosts of open weights included. */
export const vendorsIn = ({ scenario }: Arm): string[] => Object.keys(asRun(scenario).vendors);
