import type { Population } from "./population.ts";

const samples = new WeakMap<Population, Population>();

/**
 * A systematic sample of a population of about `most` people, each standing for as many more: whom a market survey asks.
 * It has no tastes, which surveys of expected choice do not need. Made once for each population.
 */
export function respondents(population: Population, most: number): Population {
  if (population.size <= most) return population;
  const known = samples.get(population);
  if (known) return known;
  const sample = thinned(population, Math.ceil(population.size / most));
  samples.set(population, sample);
  return sample;
}

function thinned(p: Population, every: number): Population {
  const rows: number[] = [];
  const start = new Int32Array(p.start.length);
  for (let s = 0; s + 1 < p.start.length; s++) {
    for (let i = p.start[s]; i < p.start[s + 1]; i += every) rows.push(i);
    start[s + 1] = rows.length;
  }
  const pick = (column: Float64Array) => Float64Array.from(rows, (i) => column[i]);
  const pick32 = (column: Float32Array) => Float32Array.from(rows, (i) => column[i]);
  return {
    ...p,
    size: rows.length,
    start,
    weight: standingFor(p, rows, start),
    value: pick(p.value),
    volume: pick(p.volume),
    outputShare: pick(p.outputShare),
    fixedCost: pick(p.fixedCost),
    lnFixedCost: pick32(p.lnFixedCost),
    qualityFloor: pick32(p.qualityFloor),
    switching: pick32(p.switching),
    inputWeight: pick32(p.inputWeight),
    outputWeight: pick32(p.outputWeight),
    early: pick32(p.early),
    secondShare: pick32(p.secondShare),
    arrives: Int32Array.from(rows, (i) => p.arrives[i]),
    taste: new Float32Array(0),
  };
}

/** Weights of the sample, so that each segment counts as many as before. */
function standingFor(p: Population, rows: readonly number[], start: Int32Array): Float64Array {
  const weight = Float64Array.from(rows, (i) => p.weight[i]);
  for (let s = 0; s + 1 < start.length; s++) {
    const total = p.weight.subarray(p.start[s], p.start[s + 1]).reduce((a, b) => a + b, 0);
    const own = weight.subarray(start[s], start[s + 1]);
    const sampled = own.reduce((a, b) => a + b, 0);
    for (let k = 0; k < own.length; k++) own[k] *= total / sampled;
  }
  return weight;
}
