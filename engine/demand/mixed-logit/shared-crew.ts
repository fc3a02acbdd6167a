import { asRun } from "../../mechanisms/as-run.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { BLOCK } from "./blocks.ts";
import { COLUMNS } from "./ledger.ts";
import { tallyWidth } from "./tally.ts";
import { type Crew, CrewBroken } from "../../model/crew.ts";

/** What the members of a crew have in common: any thread that is given it can take part. */
export type Board = SharedArrayBuffer;

const ARRIVED = 0;
const ROUND = 1;
const BROKEN = 2;
const HEADER = 64; // bytes: a cache line of its own

/** Cells that surveys of the market take. */
const SURVEY = 100_000;

/** Meetings are microseconds apart when all goes well: sleeping at once would cost more than it saves. */
const SPINS = 20_000;
const NAP_MS = 100;

/** Fewer people than this are sooner done by one thread. */
const WORTH_SHARING = 100_000;

/** Whether a run gains from more threads than one. */
export const isBig = (scenario: Scenario): boolean => isPeopled(scenario) && scenario.demand.agents >= WORTH_SHARING;

const isPeopled = ({ demand }: Scenario): boolean => demand.kind === "mixed-logit";

/**
 * Whether threads here can share a run of the scenario: its people, in memory of all. A page must be isolated for it.
 */
export const canShare = (scenario: Scenario): boolean =>
  typeof SharedArrayBuffer !== "undefined" && isPeopled(scenario);

/**
 * A board with room for all that a crew shares in a run of the scenario: an upper
 * bound; untouched memory costs nothing.
 */
export function newBoard(given: Scenario): Board {
  const { vendors, demand, events } = asRun(given);
  if (demand.kind !== "mixed-logit") throw new Error("only people of the mixed logit can be shared");
  const products = Object.values(vendors).reduce((n, v) => n + Object.keys(v.products).length, 0);
  const waves = events.reduce((n, e) => n + (e.kind === "channel" ? (e.share as number) : 0), 1);
  const blocks = (demand.agents * waves) / BLOCK + Object.keys(demand.segments).length * 2;
  const tally = tallyWidth({ products: { length: products }, vendors: Object.keys(vendors) });
  const row = products * COLUMNS + tally + 16; // and weights
  return new SharedArrayBuffer(HEADER + 8 * Math.ceil(blocks * row + SURVEY));
}

/** Tells every member that the crew is broken, e.g. because one of its threads has died. */
export function breakUp(board: Board): void {
  const flags = new Int32Array(board, 0, HEADER / 4);
  Atomics.store(flags, BROKEN, 1);
  Atomics.notify(flags, ROUND);
}

/** Member `index` of a crew of `size`. It blocks its thread where it waits: for workers, never for a page. */
export function joinCrew(board: Board, index: number, size: number): Crew {
  const flags = new Int32Array(board, 0, HEADER / 4);
  let next = HEADER;
  return {
    index,
    size,
    share(cells) {
      const memory = new Float64Array(board, next, cells);
      next += 8 * cells;
      return memory;
    },
    meet() {
      const round = Atomics.load(flags, ROUND);
      if (Atomics.add(flags, ARRIVED, 1) + 1 === size) {
        Atomics.store(flags, ARRIVED, 0);
        Atomics.add(flags, ROUND, 1);
        Atomics.notify(flags, ROUND);
      } else sleepUntilPast(flags, round);
      if (Atomics.load(flags, BROKEN) === 1) throw new CrewBroken();
    },
  };
}

function sleepUntilPast(flags: Int32Array, round: number): void {
  for (let k = 0; k < SPINS; k++) if (Atomics.load(flags, ROUND) !== round) return;
  while (Atomics.load(flags, ROUND) === round && Atomics.load(flags, BROKEN) === 0) {
    Atomics.wait(flags, ROUND, round, NAP_MS);
  }
}
