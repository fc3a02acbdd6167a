import {
  mean,
  type Explained,
  type Explanation,
  pairedDifference,
  type PairedDifference,
  parseOutput,
  recorded,
  band,
  readPath,
} from "../../engine/index.ts";
import { marginShare } from "../../words/explain-words.ts";
import type { Arm } from "./arm.ts";
import type { Value } from "./model.ts";
import { swingOf } from "./swings.ts";

/** What evidence is drawn from: runs of a scenario, and what else is known of it. */
export type Seen = Pick<Arm, "scenario" | "recordings"> & Partial<Arm>;

/**
 * Numbers by the path that leads to them, so that readers and tests can go back from a sentence to the recording:
 *
 *   runs                              how many replications
 *   A/headline.priceFall              an output (see experiments), mean over the replications of arm A
 *   A/headline.priceFall#p10, #p90    quantiles over the replications
 *   A/vendors.x.alive#share           share of the replications in which it is above 0
 *   A[0]/headline.free                of the replication that is drawn
 *   A-B/market.hhi                    mean paired difference; #low, #high: its 95 % interval
 *   A-B/market.hhi#agree              pairs in which the difference has the sign of the mean
 *   A/explain.index.split.from        of the decomposition; #low, #high: eight of ten runs
 *   A/explain.index.marginShare.absolute   what is margin in the fall; NaN for a fall of less than a tenth
 *   A/explain.products.v.p.split.to   of one product, or vendors.v of one vendor
 *   A/explain.verdicts.war            how many products got that word; .judged: any
 *   A/levers.band.market.hhi#low      an output with a lever at the low end of its plausible range;
 *                                     #high, #base, #lowGap, #highGap, #swing, #agree
 *   A/levers.band.setting#low         that end, in the lever's own unit
 *   A/swings.agents, .replications, .levers   of the runs behind the two lines above
 *   A/scenario.demand.agents          a number of the scenario file
 *   A/scenario.basis.assumption       how many of its numbers rest on that
 */
export class Evidence<A extends Seen = Arm> {
  readonly arms: readonly A[];
  readonly #columns = new Map<string, number[]>();

  /** @param arms the subject, then what it is held against */
  constructor(arms: readonly A[]) {
    this.arms = arms;
  }

  get runs(): number {
    return this.arms[0].recordings.length;
  }

  /** @throws when the path leads nowhere: a programming error. */
  read(path: string): number {
    if (path === "runs") return this.runs;
    const [, armA, one, armB, rest, mark] = /^([A-F])(\[0\])?(?:-([A-F]))?\/([^#]+)(?:#(\w+))?$/.exec(path) ?? [];
    if (rest === undefined) throw new Error(`“${path}” is no path of a report`);
    if (rest.startsWith("explain.")) return this.#explained(armA, rest, mark);
    if (/^(levers|swings)\./.test(rest)) return this.#swung(armA, rest, mark ?? "base");
    if (rest.startsWith("scenario.")) return factOf(this.#arm(armA), rest.slice("scenario.".length));
    const a = this.column(armA, rest);
    if (armB !== undefined) return differenceOf(a, this.column(armB, rest), mark);
    if (one !== undefined) return a[0];
    return overRuns(a, mark);
  }

  /** An output in each replication of an arm; NaN where it is of what only other arms have. */
  column(letter: string, output: string): number[] {
    const key = `${letter}/${output}`;
    const known = this.#columns.get(key);
    if (known) return known;
    const taken = parseOutput(output);
    if (!taken) throw new Error(`“${output}” is no output`);
    const column = this.#arm(letter).recordings.map((r) => (recorded(r, output) ? taken.take(r) : NaN));
    this.#columns.set(key, column);
    return column;
  }

  /** A number with the words for it. */
  value(path: string, words: (x: number) => string): Value {
    const value = this.read(path);
    return { said: words(value), path, value };
  }

  #arm(letter: string): Seen {
    const arm = this.arms[letter.charCodeAt(0) - 65];
    if (!arm) throw new Error(`no arm ${letter}`);
    return arm;
  }

  #swung(letter: string, path: string, mark: string): number {
    const { swings } = this.#arm(letter);
    if (!swings) return NaN;
    const [, lever, output] = /^levers\.([\w-]+)\.(.+)$/.exec(path) ?? [];
    if (lever !== undefined) return swingOf(swings, lever, output, mark);
    const { agents, replications, levers } = swings;
    return (
      { "swings.agents": agents, "swings.replications": replications, "swings.levers": levers.length }[path] ?? NaN
    );
  }

  #explained(letter: string, path: string, mark?: string): number {
    const [, word] = /^explain\.verdicts\.([\w-]+)$/.exec(path) ?? [];
    if (word !== undefined) return verdictCount(this.#arm(letter).explanation, word);
    const keys = keysOf(path);
    const steps = mark ? keys.map((key) => (key === "split" ? mark : key)) : keys;
    let at: unknown = this.#arm(letter).explanation;
    for (const key of steps) at = inside(at, key);
    return typeof at === "number" ? at : NaN;
  }
}

/** explain.products.deepseek.v2.split.to: a product's id has a dot of its own. */
function keysOf(path: string): string[] {
  const [, group, id, rest] =
    /^explain\.(products|vendors)\.(.+?)\.((?:split|marginShare|robustness).*)$/.exec(path) ?? [];
  return group === undefined ? path.split(".").slice(1) : [group, id, ...rest.split(".")];
}

/** A step into plain data; lists of what has an id are stepped into by it. */
function inside(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.find((item: { id?: string }) => item.id === key);
  const here = at as (Readonly<Record<string, unknown>> & Partial<Explained>) | null | undefined;
  if (key === "marginShare") return here?.split && marginShare(here.split);
  return here?.[key];
}

const verdictCount = (explanation: Explanation | undefined, word: string): number =>
  (explanation?.products ?? []).filter(({ verdict }) => (word === "judged" ? verdict !== null : verdict === word))
    .length;

function factOf({ scenario, provenance = {} }: Seen, path: string): number {
  const [, basis] = /^basis\.(\w+)$/.exec(path) ?? [];
  if (basis === undefined) return Number(readPath(scenario, path) ?? NaN);
  return Object.values(provenance).filter(({ source }) => source && scenario.sources[source]?.basis === basis).length;
}

function overRuns(values: readonly number[], mark?: string): number {
  if (mark === undefined) return mean(values);
  if (mark === "p10") return band(values)[0];
  if (mark === "p90") return band(values)[1];
  if (mark === "share") return values.filter((x) => x > 0).length / values.length;
  throw new Error(`#${mark} is no statistic`);
}

function differenceOf(a: readonly number[], b: readonly number[], mark = "mean"): number {
  if (mark === "agree") {
    const sign = Math.sign(a.reduce((sum, x, k) => sum + x - b[k], 0));
    if (Number.isNaN(sign)) return NaN;
    return sign === 0 ? 0 : a.filter((x, k) => Math.sign(x - b[k]) === sign).length;
  }
  if (a.length < 2) return mark === "mean" ? a[0] - b[0] : NaN; // one pair has no interval
  return pairedDifference(a, b)[mark as keyof PairedDifference];
}

/** How likely the next pair goes the same way where `agree` of `pairs` did. Laplace's rule: few pairs prove little. */
export const nextAgrees = (agree: number, pairs: number): number => (agree + 1) / (pairs + 2);

export const OPEN = 0.6; // below: no direction is claimed
