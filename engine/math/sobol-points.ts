import { JOE_KUO } from "./joe-kuo.ts";

export const SOBOL_DIMENSIONS = JOE_KUO.length + 1;

const BITS = 32;

/**
 * Points of the Sobol' sequence in [0, 1), in Gray-code order, the first being 0 (Antonov & Saleev 1979), with the
 * direction numbers of Joe & Kuo (2008). `skip` leaves out the first so many. No package of npm that is kept up offers
 * the sequence beyond a few dimensions.
 * @returns row-major, n x dimensions
 * @throws RangeError beyond 64 dimensions.
 */
export function sobolPoints(n: number, dimensions: number, skip = 0): Float64Array {
  if (dimensions < 1 || dimensions > SOBOL_DIMENSIONS)
    throw new RangeError(`Sobol' points: 1 to ${SOBOL_DIMENSIONS} dimensions, not ${dimensions}`);
  const directions = Array.from({ length: dimensions }, (_, d) => directionNumbers(d));
  const state = new Uint32Array(dimensions);
  const out = new Float64Array(n * dimensions);
  for (let i = 0; i < skip + n; i++) {
    if (i > 0) {
      const bit = lowestZero(i - 1);
      for (let d = 0; d < dimensions; d++) state[d] ^= directions[d][bit];
    }
    if (i >= skip) for (let d = 0; d < dimensions; d++) out[(i - skip) * dimensions + d] = state[d] * 2 ** -BITS;
  }
  return out;
}

/** v_1 ... v_32 of one dimension as 32-bit words, by the recurrence of Bratley & Fox (1988), eq. 2. */
function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, k) => 2 ** (BITS - 1 - k));
  const [a, ...m] = JOE_KUO[dimension - 1];
  const s = m.length;
  for (let k = 0; k < BITS; k++) {
    if (k < s) v[k] = m[k] << (BITS - 1 - k);
    else {
      v[k] = v[k - s] ^ (v[k - s] >>> s);
      for (let j = 1; j < s; j++) if ((a >>> (s - 1 - j)) & 1) v[k] ^= v[k - j];
    }
  }
  return v;
}

function lowestZero(i: number): number {
  let bit = 0;
  while ((i >>> bit) & 1) bit++;
  return bit;
}
