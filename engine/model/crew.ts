/**
 * Several threads that run one market together. Each steps the whole market, but of the people only its own blocks;
 * sums over people are kept by block in memory that all of them see, and everybody adds them up in the same order. So
 * all members hold the same numbers, to the bit, and the same as one thread alone.
 */
export interface Crew {
  readonly index: number; // which member this is
  readonly size: number;
  /** Zeroed memory, the same in every member. All ask for the same things in the same order. */
  share(cells: number): Float64Array;
  /** Returns once every member has come this far. @throws CrewBroken if one never will */
  meet(): void;
}

/** A crew of one: memory of its own, nobody to wait for. */
export const ALONE: Crew = { index: 0, size: 1, share: (cells) => new Float64Array(cells), meet() {} };

/** Another member failed, was cancelled or died; this one's numbers are not complete. */
export class CrewBroken extends Error {
  constructor() {
    super("another thread of this run stopped");
    this.name = "CrewBroken";
  }
}
