import type { Draw, Kernel } from "./kernel.ts";

/** The low draws of one chunk of people at one tick. */
interface Low {
  readonly count: number; // people asked about
  readonly limit: number; // all that draw at most this are there
  readonly hits: Int32Array; // place x 65536 + draw, in order
}

type ByTick = Map<number, Map<number, Low>>; // and there by the chunk's first

/**
 * Low draws that runs left behind. They hang on the seed, the stream and the tick alone, so whatever else changes from
 * one run to the next, the same people draw low on the same day.
 */
export class KeptDraws {
  private readonly streams = new Map<number, Map<number, ByTick>>(); // by seed, then stream
  private readonly seeds = new Set<number>();
  private cells = 0;
  private last: { seed: number; stream: number; byTick: ByTick } | null = null;

  /** Whether a seed comes again. One that comes once, as in an ensemble, is not worth remembering. */
  again(seed: number): boolean {
    const known = this.seeds.has(seed);
    if (this.seeds.size >= MOST_SEEDS) this.seeds.clear();
    this.seeds.add(seed);
    return known;
  }

  of({ seed, stream, tick }: Draw): Map<number, Low> {
    if (this.last?.seed !== seed || this.last.stream !== stream) {
      const byTick = within(within(this.streams, seed), stream);
      this.last = { seed, stream, byTick };
    }
    return within(this.last.byTick, tick);
  }

  /** Makes room for `cells` more; where there is none, everything is forgotten. */
  grow(cells: number): void {
    this.cells += cells;
    if (this.cells <= MOST_CELLS) return;
    this.streams.clear();
    this.last = null;
    this.cells = cells;
  }

  get size(): number {
    return this.cells;
  }
}

function within<K, V extends Map<unknown, unknown>>(map: Map<K, V>, key: K): V {
  let inner = map.get(key);
  if (!inner) map.set(key, (inner = new Map() as V));
  return inner;
}

const MOST_SEEDS = 10_000;
/** Twelve bytes a draw and its share of the maps: about 30 MB. */
const MOST_CELLS = 2_500_000;
const OVERHEAD = 12; // cells that an entry with no draws takes up
const SPARE = 1.5; // more is kept than asked for: the next run's people may pay a little more attention
const MOST_LIMIT = 4096; // of 65536: where more people than this wake, looking them up is no faster than drawing

/** Only of so many people are draws remembered: those of a large population would fill the memory. */
const MOST_PEOPLE = 50_000;

/** A kernel that looks up what was drawn before, where that pays: for few people, and a seed that comes again. */
export const remembering = (
  kernel: Kernel,
  { people, seed }: { readonly people: number; readonly seed: number },
  kept: KeptDraws,
): Kernel => (people <= MOST_PEOPLE && kept.again(seed) ? withKeptDraws(kernel, kept) : kernel);

function withKeptDraws(kernel: Kernel, kept: KeptDraws): Kernel {
  const { desk } = kernel;
  return {
    ...kernel,
    drawsUpTo(draw, slice, limit) {
      const most = Math.ceil(limit * SPARE);
      if (most > MOST_LIMIT) return kernel.drawsUpTo(draw, slice, limit);
      let low = kept.of(draw).get(slice.from);
      if (low?.count !== slice.count || low.limit < limit) {
        const found = kernel.drawsUpTo(draw, slice, most);
        kept.grow(found + OVERHEAD);
        low = { count: slice.count, limit: most, hits: desk.hits.slice(0, found) };
        kept.of(draw).set(slice.from, low);
      }
      let found = 0;
      for (let k = 0; k < low.hits.length; k++) {
        if ((low.hits[k] & 0xffff) <= limit) desk.hits[found++] = low.hits[k];
      }
      return found;
    },
  };
}
