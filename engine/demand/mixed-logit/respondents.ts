import { sum } from "../../math/sum.ts";
import { ALONE, type Crew } from "../../model/crew.ts";
import { divide, forBlocks } from "./blocks.ts";
import type { Population } from "./population.ts";

const samples = new WeakMap<Population, Population>();

/** What is asked of them: everything but tastes, which surveys of expected choice do not need. */
const ASKED = [
  "weight",
  "value",
  "volume",
  "outputShare",
  "fixedCost",
  "lnFixedCost",
  "qualityFloor",
  "switching",
  "inputWeight",
  "outputWeight",
  "early",
  "secondShare",
  "arrives",
] as const;
type Column = (typeof ASKED)[number];

/**
 * A systematic sample of a population of about `most` people, each standing for as many more: whom a
 * market survey asks. Made once for each population. The threads of a crew, each of which has a part
 * of the people, bring it together.
 */
export function respondents(population: Population, most: number, crew: Crew): Population {
  const everybody = sum(population.heads);
  if (everybody <= most && crew.size === 1) return population;
  const known = samples.get(population);
  if (known) return known;
  const sample = thinned(population, Math.ceil(everybody / most), crew);
  samples.set(population, sample);
  return sample;
}

/** Every `every`-th of each segment. */
function thinned(p: Population, every: number, crew: Crew): Population {
  const parts = divide(
    Array.from(p.heads, (n) => Math.ceil(n / every)),
    ALONE,
  );
  const answers = crew.share(ASKED.length * parts.size);
  const totals = crew.share(p.segmentOf.length); // weight by block
  for (let s = 0; s + 1 < p.start.length; s++) {
    const away = p.start[s] - p.first[s]; // from place to row
    for (let k = Math.ceil(p.first[s] / every) * every; k + away < p.start[s + 1]; k += every) {
      const row = parts.start[s] + k / every;
      ASKED.forEach((name, c) => (answers[c * parts.size + row] = p[name][k + away]));
    }
  }
  forBlocks(p, (_s, from, to, block) => {
    for (let i = from; i < to; i++) totals[block] += p.weight[i];
  });
  crew.meet();
  const column = (name: Column) =>
    answers.slice(parts.size * ASKED.indexOf(name), parts.size * (ASKED.indexOf(name) + 1));
  const column32 = (name: Column) => Float32Array.from(column(name));
  const weight = column("weight");
  if (every > 1) standForAll(weight, parts.start, p, totals);
  return {
    ...parts,
    weight,
    value: column("value"),
    volume: column("volume"),
    outputShare: column("outputShare"),
    fixedCost: column("fixedCost"),
    lnFixedCost: column32("lnFixedCost"),
    qualityFloor: column32("qualityFloor"),
    switching: column32("switching"),
    inputWeight: column32("inputWeight"),
    outputWeight: column32("outputWeight"),
    early: column32("early"),
    secondShare: column32("secondShare"),
    arrives: Int32Array.from(column("arrives")),
    products: p.products,
    taste: new Float32Array(0),
  };
}

/** Scales weights of the sample so that each segment counts as many as before. */
function standForAll(weight: Float64Array, start: Int32Array, { segmentOf }: Population, totals: Float64Array): void {
  for (let s = 0; s + 1 < start.length; s++) {
    const total = totals.reduce((sum, x, block) => (segmentOf[block] === s ? sum + x : sum), 0);
    const own = weight.subarray(start[s], start[s + 1]);
    const sampled = sum(own);
    for (let k = 0; k < own.length; k++) own[k] *= total / sampled;
  }
}
