/** Numbers of a run by path: where each series ends, and the headline. */
type Numbers = ReadonlyMap<string, number | null>;

interface Entity {
  readonly id: string;
  readonly [column: string]: unknown;
}

/** What `run --json` prints, of any version. */
export interface RunJson {
  readonly fingerprint: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly market: Readonly<Record<string, readonly (number | null)[]>>;
  readonly headline: Readonly<Record<string, unknown>>;
  readonly [group: string]: unknown;
}

const GROUPS = ["vendors", "products", "segments"] as const;

export function numbersOf(run: RunJson): Numbers {
  const found = new Map<string, number | null>();
  const ends = (prefix: string, columns: Readonly<Record<string, unknown>>) => {
    for (const [name, column] of Object.entries(columns))
      if (Array.isArray(column) && typeof column.at(-1) !== "boolean")
        found.set(`${prefix}.${name}`, column.at(-1) as number | null);
  };
  ends("market", run.market);
  for (const group of GROUPS)
    for (const entity of (run[group] ?? []) as readonly Entity[]) ends(`${group}.${entity.id}`, entity);
  for (const [name, x] of Object.entries(run.headline)) if (typeof x === "number") found.set(`headline.${name}`, x);
  return found;
}

/** Buckets of relative difference, by their upper ends; the last has none. As SDEverywhere's model checks do. */
const BUCKETS = [0, 1e-9, 0.001, 0.01, 0.1, Infinity] as const;

export interface Compared {
  /** How many numbers fall into each of BUCKETS. */
  readonly counts: readonly number[];
  readonly bucket: number; // of the worst
  readonly worst: { readonly path: string; readonly before: number | null; readonly after: number | null } | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** How far apart two numbers are, over the larger; something against nothing is all the way. */
function distance(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return 1;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

export function compareNumbers(before: Numbers, after: Numbers): Compared {
  const counts = BUCKETS.map(() => 0);
  let [most, worst]: [number, Compared["worst"]] = [0, null];
  for (const [path, a] of before) {
    const b = after.get(path);
    if (b === undefined) continue;
    const d = distance(a, b);
    counts[bucketOf(d)]++;
    if (d > most) [most, worst] = [d, { path, before: a, after: b }];
  }
  const missing = (x: Numbers, y: Numbers) => [...x.keys()].filter((path) => !y.has(path));
  const [added, removed] = [missing(after, before), missing(before, after)];
  return { counts, bucket: bucketOf(most), worst, added, removed };
}

const bucketOf = (d: number): number => BUCKETS.findIndex((end) => d <= end);
