import { failAt, type OpenDesign, type OpenWith } from "../engine/authoring.ts";
import {
  anywhere,
  around,
  type Axis,
  believe,
  type DrawnParameter,
  type Draws,
  mixtureDensity,
  placesOf,
  type Proposal,
  type RangeAxis,
  resample,
  settingAt,
  sobolPoints,
} from "../engine/index.ts";
import type { Fit } from "./calibrate.ts";
import type { PreparedSearch, SearchOptions } from "./prepared-search.ts";
import { evaluate, means, type Point } from "./search.ts";
import { openTargeted } from "./targeted.ts";
import type { Measurer } from "../workers/runner.ts";

/** What the targets say of one parameter: its mean and the middle eight tenths. */
interface Known extends DrawnParameter {
  readonly prior: readonly [number, number]; // evenly likely on the axis's scale
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Part of the prior's variance that the targets took away; below 0 where they point to both ends. */
  readonly learnt: number;
}

/** A target with the middle eight tenths of what the draws come to. */
type Predicted = Fit & { readonly covered: boolean };

/** Draws of what is not known, given what was observed. */
export interface Posterior extends Draws {
  readonly parameters: readonly Known[];
  readonly tried: number;
  readonly effective: number;
  readonly widened: number;
  readonly fits: readonly Predicted[];
}

const TRIED = 512;
const DRAWN = 64; // that stand for the belief
const LEAST = 40; // equal points the weights must be worth
const LEAST_TO_FIT = 4; // equal points a parameter's spread is fitted to
const BATCH = 32;

/** Weighs points of a design's ranges by how they meet its targets. @throws ScenarioErrors, located. */
export function preparePosterior(design: OpenDesign, open: OpenWith): PreparedSearch<Posterior> {
  const { scenario, targets, axes, trials } = openTargeted(design, open, 2);
  if (axes.length === 0 || !axes.every(isRange))
    throw failAt(design.root, ["parameters"], {
      en: "posterior needs at least one parameter, each with a range",
      zh: "posterior 至少需要一个参数，且每个参数都要给出范围",
    });
  const { runs: evaluations = TRIED, rounds = 1 } = design.file;
  const run = async (runner: Measurer, { signal, onTried }: SearchOptions = {}): Promise<Posterior> => {
    const points: Point[] = [];
    const values: number[][] = [];
    const drawn: { proposal: Proposal; points: number }[] = [];
    const belief = (least: number) => {
      const misses = values.map((v) => targets.flatMap((t, k) => (t.holdout ? [] : [(v[k] - t.observed) / t.scale])));
      return believe(misses, least, mixtureDensity(points, drawn));
    };
    // Each point has luck of its own: what one crowd happens to want shall not be taken for what is known.
    const one = async (point: Point, k: number) => {
      const [runs] = await evaluate([point], { ...trials, seed: `${trials.seed}/${k}` }, runner, signal);
      return means(runs);
    };
    for (let round = 0; round < rounds; round++) {
      const proposal = round === 0 ? anywhere : around(points, belief(LEAST_TO_FIT * axes.length).weights);
      const until = Math.round((evaluations * (round + 1)) / rounds);
      const next = evenPoints(points.length, until, axes.length).map(proposal.at);
      drawn.push({ proposal, points: next.length });
      for (let at = 0; at < next.length; at += BATCH) {
        const runs = await Promise.all(next.slice(at, at + BATCH).map((p, k) => one(p, points.length + at + k)));
        values.push(...runs);
        onTried?.(values.length);
      }
      points.push(...next);
    }
    const { weights, effective, widened } = belief(LEAST);
    const chosen = resample(weights, DRAWN);
    const settings = chosen.map((k) => axes.map((axis, d) => Number(settingAt(axis, points[k][d]))));
    return {
      scenario: scenario.id,
      parameters: axes.map((axis, d) =>
        known(
          axis,
          settings.map((s) => s[d]),
          chosen.map((k) => points[k][d]),
        ),
      ),
      draws: settings,
      tried: values.length,
      effective,
      widened,
      fits: targets.map((target, k) => {
        const [low, high, mean] = spread(chosen.map((at) => values[at][k]));
        return { ...target, mean, low, high, covered: target.observed >= low && target.observed <= high };
      }),
    };
  };
  return { axes, scenario, evaluations, run };
}

const isRange = (axis: Axis): axis is RangeAxis => axis.kind === "range";

/** Some points of the Sobol' sequence, from the second on: the first is a corner. */
function evenPoints(from: number, until: number, dimensions: number): Point[] {
  const n = until - from;
  const flat = sobolPoints(n, dimensions, 1 + from);
  return Array.from({ length: n }, (_, k) => Array.from(flat.subarray(k * dimensions, (k + 1) * dimensions)));
}

const EVEN = 1 / 12; // variance of a number that may be anywhere between 0 and 1

function known(axis: RangeAxis, settings: readonly number[], points: readonly number[]): Known {
  const [low, high, mean] = spread(settings);
  const centre = points.reduce((a, b) => a + b, 0) / points.length;
  const variance = points.reduce((sum, u) => sum + (u - centre) ** 2, 0) / points.length;
  return {
    path: axis.path,
    places: placesOf(axis),
    from: axis.base,
    prior: [axis.low, axis.high],
    mean,
    low,
    high,
    learnt: 1 - variance / EVEN,
  };
}

/** The middle eight tenths, and the mean. */
function spread(values: readonly number[]): [low: number, high: number, mean: number] {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? NaN;
  return [at(0.1), at(0.9), sorted.reduce((a, b) => a + b, 0) / sorted.length];
}
