/**
 * exp, log and pow in plain arithmetic.
 *
 * Why not Math's: ECMAScript leaves their last bit to the implementation, and Node, Chromium and Firefox do differ.
 * + - * / and sqrt are exact by IEEE 754, so a function written in them gives the same bits everywhere, and a
 * run's fingerprint can be compared across machines. Both functions reduce the argument and sum the textbook series.
 */

const LN2_HI = 0.69314718036912381649; // the leading 33 bits of ln 2, so that k * LN2_HI is exact for |k| < 2^20
const LN2_LO = 1.9082149292705877e-10; // ln 2 - LN2_HI

const bits = new DataView(new ArrayBuffer(8));

/** 2^k, for k in [-1022, 1023], by its bit pattern. */
function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

const TWO_TO = Float64Array.from({ length: 2046 }, (_, i) => powerOfTwo(i - 1022));

/** e^x, within 1 ulp of the true value. Overflows to Infinity above 709.78, underflows to 0 below -745.2. */
export function exp(x: number): number {
  if (!(x >= -745.2)) return x === x ? 0 : NaN;
  if (x > 709.782712893384) return Infinity;
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HI - k * LN2_LO; // |r| <= ln(2)/2
  // Taylor to r^13: the next term is below 2^-57 of the sum.
  let y = 1 / 6227020800;
  y = y * r + 1 / 479001600;
  y = y * r + 1 / 39916800;
  y = y * r + 1 / 3628800;
  y = y * r + 1 / 362880;
  y = y * r + 1 / 40320;
  y = y * r + 1 / 5040;
  y = y * r + 1 / 720;
  y = y * r + 1 / 120;
  y = y * r + 1 / 24;
  y = y * r + 1 / 6;
  y = y * r + 0.5;
  y = r + r * r * y + 1;
  if (k > 1023) return y * TWO_TO[2045] * 2; // only k = 1024
  return k >= -1022 ? y * TWO_TO[k + 1022] : y * TWO_TO[k + 1022 + 600] * TWO_TO[1022 - 600];
}

/** Natural logarithm, within 2 ulp. log(0) = -Infinity; NaN below 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54 lifts a subnormal into the normal range
    k = -54;
  }
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  k += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m *= 0.5;
    k += 1;
  }
  // ln m = 2 artanh(s), s = (m-1)/(m+1), |s| < 0.172: the term after s^23 is below 2^-58 of the sum.
  const f = m - 1;
  const s = f / (m + 1);
  const z = s * s;
  let t = 1 / 23;
  t = t * z + 1 / 21;
  t = t * z + 1 / 19;
  t = t * z + 1 / 17;
  t = t * z + 1 / 15;
  t = t * z + 1 / 13;
  t = t * z + 1 / 11;
  t = t * z + 1 / 9;
  t = t * z + 1 / 7;
  t = t * z + 1 / 5;
  t = t * z + 1 / 3;
  // 2s = f - s f, so that the leading term keeps f's own bits.
  const tail = 2 * s * z * t - s * f;
  return k * LN2_HI + (f + (tail + k * LN2_LO));
}

/** x^y for x >= 0; relative error about (1 + |y ln x|) 2^-52. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

/** The logarithmic mean (a - b) / ln(a/b), a when they agree; 0 when either is 0. */
export function logMean(a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0;
  const d = log(a / b);
  if (Math.abs(d) < 1e-4) return Math.sqrt(a * b) * (1 + (d * d) / 24);
  return (a - b) / d;
}
