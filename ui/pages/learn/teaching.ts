import type { Text } from "../../../engine/index.ts";

/** Lengths of class that each lesson is planned for [minutes]. */
export const LENGTHS = [20, 50, 90] as const;
export type Length = (typeof LENGTHS)[number];

/** What to do, and for how long in a class of each length; 0: that class leaves it out. */
interface Step {
  readonly minutes: readonly [short: number, usual: number, long: number];
  readonly words: Text;
}

/** What a teacher needs beyond the lesson itself. */
export interface Teaching {
  readonly aim: Text;
  readonly steps: readonly Step[];
  readonly board: readonly Text[]; // lines on the blackboard
  readonly questions: readonly { readonly ask: Text; readonly answer: Text }[];
  readonly misconceptions: readonly { readonly says: Text; readonly but: Text }[];
}

interface Period {
  readonly from: number; // minutes after the class begins
  readonly to: number;
  readonly words: Text;
}

/** The steps of a class of that length, one after another. */
export function planOf({ steps }: Pick<Teaching, "steps">, length: Length): Period[] {
  const at = LENGTHS.indexOf(length);
  let from = 0;
  return steps.flatMap(({ minutes, words }) => {
    if (minutes[at] === 0) return [];
    const period = { from, to: from + minutes[at], words };
    from = period.to;
    return [period];
  });
}
