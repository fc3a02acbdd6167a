import { Cache, keyOf } from "../cache.ts";
import { hasLastingUsers } from "../demand/demand-model.ts";
import type { Market, Model } from "../model/market.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Switches } from "../recording/switches.ts";

/** A run as it stands before a tick: what another, that is alike until then, can begin from. */
interface Stand {
  readonly market: Market;
  readonly recording: Pick<Recording, (typeof GROUPS)[number]>; // rows so far
  readonly switches: Switches | null; // so far
}

/** Runs that differ in dated events alone: those of the last one, by tick, and one stand on the way. */
interface Line {
  events: readonly string[];
  stand: Stand | null;
  before: readonly string[]; // events until the stand
}

const GROUPS = ["product", "vendor", "segment", "market"] as const;
const LINES = 4; // a whole run and its preview, and those before another change
const MOST_AGENTS = 100_000; // of more people no copy is kept

/** Kinds of events that nothing looks at before their day: others decide what a market has room for. */
const OF_THEIR_DAY: ReadonlySet<string> = new Set(["price", "tariff", "outage", "price-floor", "gpu-price", "quality"]);

export type Forks = Cache<Line>;
export const newForks = (): Forks => new Cache(LINES, () => 1);

/** Whether copies of a market are small enough to keep. */
export const canFork = ({ scenario }: Model): boolean =>
  hasLastingUsers(scenario) && scenario.demand.agents <= MOST_AGENTS;

/** Where a run begins, and before which tick a stand of it is worth keeping. */
interface Fork {
  readonly stand: Stand | null;
  readonly keepAt: number; // -1: none
  keep(stand: Stand): void;
}

/**
 * Someone who moves a dated change runs the market again and again, alike until that day. The second such run leaves a
 * stand there; later ones fork it. The bits are those of a run from the start.
 */
export function forkOf(forks: Forks, model: Model): Fork {
  const events = model.events.map(keyOf);
  const line = forks.get(keyOfLine(model), () => ({ events, stand: null, before: [] }));
  const differs = events.findIndex((of, tick) => of !== line.events[tick]);
  line.events = events;
  const serves = line.stand !== null && line.before.every((of, tick) => of === events[tick]);
  return {
    stand: serves ? copyOf(line.stand!) : null,
    keepAt: differs > (serves ? line.before.length : 0) ? differs : -1,
    keep(stand) {
      line.stand = copyOf(stand);
      line.before = events.slice(0, stand.market.tick);
    },
  };
}

/** The market goes on from a stand; what is recorded by then stays. */
const copyOf = (stand: Stand): Stand => ({ ...stand, market: structuredClone(stand.market) });

/** All that a run reads, but the events of their day. */
function keyOfLine({ scenario, seed }: Model): string {
  return keyOf([seed, { ...scenario, events: scenario.events.filter(({ kind }) => !OF_THEIR_DAY.has(kind)) }]);
}

/** The rows that a run has written. */
export function rowsSoFar(recording: Recording, tick: number): Stand["recording"] {
  const ticks = recording.dates.length;
  const group = (columns: Readonly<Record<string, Float64Array>>) =>
    Object.fromEntries(Object.entries(columns).map(([name, x]) => [name, x.slice(0, (x.length / ticks) * tick)]));
  return Object.fromEntries(GROUPS.map((name) => [name, group(recording[name])])) as unknown as Stand["recording"];
}

/** Writes the rows of a stand into a new recording. */
export function takeOver(recording: Recording, rows: Stand["recording"]): void {
  for (const name of GROUPS) {
    const columns = recording[name] as Readonly<Record<string, Float64Array>>;
    for (const [id, column] of Object.entries<Float64Array>(rows[name])) columns[id].set(column);
  }
}
