import { sum } from "../../math/sum.ts";
import { exp, log } from "../../math/elementary.ts";
import { normalQuantile } from "../../math/normal-quantile.ts";
import { nameHash } from "../../math/random.ts";
import { sobolPoints } from "../../math/sobol-points.ts";
import type { MixedLogit, Segment } from "../../scenario/scenario.ts";
import type { Crew } from "../../model/crew.ts";
import type { ProductSpec, SegmentSpec } from "../../model/market.ts";
import { CHUNK, forBlocks, type Parts } from "./blocks.ts";
import type { Kernel, KernelColumns } from "./kernel.ts";
import { drawTastes } from "./tastes.ts";
import { type Trait, TRAITS } from "./traits.ts";

/**
 * Who the agents are: fixed traits in columns, segment after segment. An agent's identity in random draws is its
 * segment's name and its place in it, so that neither another segment nor another product changes its luck, and any
 * thread can draw any part.
 */
export interface Population extends Parts {
  readonly weight: Float64Array; // represented agents
  readonly value: Float64Array; // v, value density at g = 1 [money/Mtok]
  readonly volume: Float64Array; // X, satiation volume at the start [Mtok/week]
  readonly outputShare: Float64Array; // of its tokens
  readonly fixedCost: Float64Array; // phi, adoption cost over X v [1]
  readonly lnFixedCost: Float32Array;
  readonly qualityFloor: Float32Array; // least ln g it accepts
  readonly switching: Float32Array; // s_i [ln surplus]
  readonly inputWeight: Float32Array; // (1 - o)/v: times input price over quality = price in units of ln surplus
  readonly outputWeight: Float32Array; // o/v
  readonly early: Float32Array; // uniform: aware at the start if below the initial share
  readonly secondShare: Float32Array; // part of its volume that goes to a second vendor; 0: single-homing
  readonly arrives: Int32Array; // day before which it is not there; ALWAYS for most
  readonly products: number;
  readonly taste: Float32Array; // agent x product, standard Gumbel, kept for life
}

const LEAST_LN_VALUE = -4;
const ALWAYS = -(2 ** 30);

/** How many agents there are by segment: from the start, and with each later arrival. */
interface Headcount {
  readonly base: readonly number[];
  readonly late: readonly (readonly number[])[];
  readonly total: readonly number[];
}

export function headcount({ agents }: MixedLogit, segments: readonly SegmentSpec[]): Headcount {
  const base = apportion(
    segments.map((s) => s.segment.weight),
    agents,
  );
  const late = segments.map((s, k) => s.arrivals.map((a) => Math.round(base[k] * a.share)));
  return { base, late, total: base.map((n, k) => n + sum(late[k])) };
}

interface Drawing {
  readonly segments: readonly SegmentSpec[];
  readonly products: readonly ProductSpec[];
  readonly heads: Headcount;
  readonly parts: Parts; // who is looked after here
  readonly kernel: Kernel;
  readonly seed: number;
  readonly crew: Crew;
  readonly even: boolean; // traits are the Sobol' points of each segment, whatever the seed
}

/** Draws the population of a market, or one thread's part of it. 4 bytes a taste and 80 bytes an agent. */
export function drawPopulation(demand: MixedLogit, drawing: Drawing): Population {
  const { segments, products, heads, parts, kernel, seed, crew } = drawing;
  const population = blankPopulation(parts, products.length, kernel.columns);
  for (const s of segments) {
    const draw = traitsOf(demand, s, kernel);
    drawChunks(drawing, s, TRAITS, (i, row, k) => {
      draw(population, i, row);
      population.arrives[i] = arrivalOf(s, heads, k);
    });
  }
  weigh(population, segments, heads, crew);
  for (const s of segments) drawTastes(kernel, population, s, { products, seed });
  return population;
}

/**
 * The same people where a token is worth more or less to all of them: who they are, tastes included, is copied, not
 * drawn. To the bit what drawing them would give.
 */
export function revalued(like: Population, demand: MixedLogit, drawing: Drawing): Population {
  const { segments, parts, kernel } = drawing;
  const population = blankPopulation(parts, like.products, kernel.columns);
  for (const name of COPIED) population[name].set(like[name]);
  for (const s of segments) {
    const lnValue = lnValueOf(demand, s, kernel);
    drawChunks(drawing, s, ["value"], (i, row) => worth(population, i, s, lnValue(row).lnV));
  }
  return population;
}

/** All columns but those that hang on the level of value. */
const COPIED = [
  "weight",
  "volume",
  "outputShare",
  "fixedCost",
  "lnFixedCost",
  "qualityFloor",
  "switching",
  "early",
  "secondShare",
  "arrives",
  "taste",
] as const;

/** The day on which the segment's k-th agent comes: after those from the start, each later wave in turn. */
function arrivalOf(s: SegmentSpec, { base, late }: Headcount, k: number): number {
  let next = base[s.index];
  if (k < next) return ALWAYS;
  const wave = late[s.index].findIndex((n) => k < (next += n));
  return s.arrivals[wave].day;
}

/** Scales weights so that those there from the start stand for the whole segment; arrivals come on top of it. */
function weigh(p: Population, segments: readonly SegmentSpec[], { base }: Headcount, crew: Crew): void {
  const sums = crew.share(p.segmentOf.length); // by block
  const placeOf = (s: number, i: number) => p.first[s] + i - p.start[s];
  forBlocks(p, (s, from, to, block) => {
    for (let i = from; i < to && placeOf(s, i) < base[s]; i++) sums[block] += p.weight[i];
  });
  crew.meet();
  for (const { index: s, represented } of segments) {
    const total = sums.reduce((sum, x, block) => (p.segmentOf[block] === s ? sum + x : sum), 0);
    for (let i = p.start[s]; i < p.start[s + 1]; i++) p.weight[i] *= represented / total;
  }
}

/** Splits `total` into whole parts proportional to `weights` (largest remainder). */
function apportion(weights: readonly number[], total: number): number[] {
  const whole = sum(weights);
  const exact = weights.map((w) => (w / whole) * total);
  const parts = exact.map(Math.floor);
  const order = exact.map((x, i) => ({ i, rest: x - Math.floor(x) })).toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  let missing = total - sum(parts);
  for (const { i } of order) if (missing-- > 0) parts[i]++;
  return parts;
}

/** Blank rows; the columns a kernel reads lie in its memory. */
export function blankPopulation(parts: Parts, products: number, columns: KernelColumns): Population {
  const n = parts.size;
  return {
    ...parts,
    weight: new Float64Array(n),
    value: new Float64Array(n),
    volume: new Float64Array(n),
    outputShare: new Float64Array(n),
    fixedCost: new Float64Array(n),
    lnFixedCost: new Float32Array(n),
    switching: new Float32Array(n),
    early: new Float32Array(n),
    secondShare: new Float32Array(n),
    arrives: new Int32Array(n).fill(ALWAYS),
    products,
    ...columns,
  };
}

/** Where a trait's draws lie at the kernel's desk, by row of the chunk. */
const drawsOf = ({ desk }: Kernel, trait: Trait): Float64Array => desk.draws[TRAITS.indexOf(trait)];

/**
 * Visits a segment's agents here, with the draws of `traits` at the desk: agent, row of
 * the chunk, place in the segment.
 */
function drawChunks(
  { parts, kernel, seed, even }: Drawing,
  { id, index }: SegmentSpec,
  traits: readonly Trait[],
  visit: (i: number, row: number, k: number) => void,
): void {
  const streams = traits.map((trait) => ({ column: TRAITS.indexOf(trait), stream: nameHash(`${trait}/${id}`) }));
  const end = parts.start[index + 1];
  for (let i = parts.start[index], k = parts.first[index]; i < end;) {
    const count = Math.min(CHUNK, end - i);
    if (even) spreadEvenly(kernel, streams, { from: k, count });
    else
      for (const { column, stream } of streams) kernel.uniforms({ seed, stream, tick: 0 }, { from: k, count }, column);
    for (let row = 0; row < count; row++) visit(i++, row, k++);
  }
}

/** Agents from a place on, as points that fill the cube of traits: an integral over them converges as 1/n. */
function spreadEvenly(
  { desk }: Kernel,
  streams: readonly { readonly column: number }[],
  { from, count }: { readonly from: number; readonly count: number },
): void {
  const points = sobolPoints(count, TRAITS.length, from + 1); // the first, 0, is no draw
  for (const { column } of streams)
    for (let row = 0; row < count; row++) desk.draws[column][row] = points[row * TRAITS.length + column];
}

/** ln of what a Mtok is worth to the agent in a row, and the normal draw it comes from, which its volume shares. */
function lnValueOf({ valueLevel }: MixedLogit, { segment: { lnV } }: SegmentSpec, kernel: Kernel) {
  const u = drawsOf(kernel, "value");
  const lnLevel = log(valueLevel);
  return (row: number) => {
    const z = normalQuantile(u[row]);
    return { z, lnV: Math.max(LEAST_LN_VALUE, lnV.mean + lnV.sd * z) + lnLevel };
  };
}

/** What hangs on the value of agent i. A subscription weighs on a user's whole volume, a token price on each token. */
function worth(p: Population, i: number, { meter }: SegmentSpec, lnV: number): void {
  p.value[i] = exp(lnV);
  p.inputWeight[i] = meter === "month" ? 1 / (p.value[i] * p.volume[i]) : (1 - p.outputShare[i]) / p.value[i];
  p.outputWeight[i] = meter === "month" ? 0 : p.outputShare[i] / p.value[i];
}

/** How the traits of a segment's agents come from the draws at the desk: those in a row go to agent i. */
function traitsOf(demand: MixedLogit, s: SegmentSpec, kernel: Kernel) {
  const { segment, meter } = s;
  const [volume, output, fixed, floor, sw, early, homes] = TRAITS.slice(1).map((trait) => drawsOf(kernel, trait));
  const { volume: law, outputShare: o, fixedCost: phi } = demand;
  const lnFixed = log(phi.median);
  const lnValue = lnValueOf(demand, s, kernel);
  return (p: Population, i: number, row: number): void => {
    const { z: zv, lnV } = lnValue(row);
    // Volumes are heavy-tailed: draw more of the large ones and weight them less (exponential tilting).
    const z = normalQuantile(volume[row]) + law.tilt;
    p.weight[i] = exp(law.tilt * (law.tilt / 2 - z));
    p.volume[i] = law.level * exp(segment.lnX + law.slope * segment.lnV.sd * zv + law.sd * z);
    p.outputShare[i] = meter === "second" ? 0 : o.from + (o.to - o.from) * output[row];
    p.lnFixedCost[i] = lnFixed + phi.sd * normalQuantile(fixed[row]);
    p.fixedCost[i] = exp(p.lnFixedCost[i]);
    p.qualityFloor[i] = pickFloor(segment, floor[row]);
    p.switching[i] = Math.max(0, segment.switching.mean + segment.switching.sd * normalQuantile(sw[row]));
    worth(p, i, s, lnV);
    p.secondShare[i] = homes[row] < segment.multihoming.share ? segment.multihoming.volume : 0;
    p.early[i] = early[row];
  };
}

function pickFloor(segment: Segment, u: number): number {
  let below = 0;
  for (const { share, atLeast } of segment.qualityFloor) {
    below += share;
    if (u < below) return atLeast ?? -Infinity;
  }
  return -Infinity;
}
