/** Coefficients of the series, each twice, the last first; see elementary.ts. */
const SERIES: usize = memory.data<f64>([
  1.0 / 6227020800.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 479001600.0,
  1.0 / 39916800.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 3628800.0,
  1.0 / 362880.0, 1.0 / 362880.0, 1.0 / 40320.0, 1.0 / 40320.0,
  1.0 / 5040.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 720.0,
  1.0 / 120.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 24.0,
  1.0 / 6.0, 1.0 / 6.0, 0.5, 0.5, 1.0, 1.0,
  1.4426950408889634, 1.4426950408889634, // 1/ln 2
  0.69314718036912381649, 0.69314718036912381649, // ln 2, its leading 33 bits
  1.9082149292705877e-10, 1.9082149292705877e-10, // and the rest
  -745.2, -745.2, -708.0, -708.0, 709.0, 709.0,
], 16);

const HALF: usize = 11;
const ONE: usize = 12;
const LOG2E: usize = 13;
const LN2_HI: usize = 14;
const LN2_LO: usize = 15;
const ZERO_BELOW: usize = 16;
const LEAST: usize = 17;
const MOST: usize = 18;

@inline function constant(k: usize): v128 { return v128.load(SERIES + (k << 4)); }

@inline function step(y: v128, r: v128, k: usize): v128 { return f64x2.add(f64x2.mul(y, r), constant(k)); }

/** e^x of two numbers: the twin of engine/math/elementary.ts, operation by operation. */
@inline export function exp2x(x: v128): v128 {
  const none = f64x2.lt(x, constant(ZERO_BELOW));
  const usual = v128.and(f64x2.ge(x, constant(LEAST)), f64x2.le(x, constant(MOST)));
  if (!i64x2.all_true(v128.or(usual, none))) return eachOf(x);
  return v128.andnot(series(v128.andnot(x, none)), none);
}

/** Where both powers of two are normal numbers. */
@inline function series(x: v128): v128 {
  const scaled = f64x2.mul(x, constant(LOG2E));
  const under = f64x2.floor(scaled);
  // Halves go up, as Math.round has it.
  const up = f64x2.ge(f64x2.sub(scaled, under), constant(HALF));
  const k = f64x2.add(under, v128.and(up, constant(ONE)));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, constant(LN2_HI))), f64x2.mul(k, constant(LN2_LO)));
  let y = step(constant(0), r, 1);
  y = step(y, r, 2);
  y = step(y, r, 3);
  y = step(y, r, 4);
  y = step(y, r, 5);
  y = step(y, r, 6);
  y = step(y, r, 7);
  y = step(y, r, 8);
  y = step(y, r, 9);
  y = step(y, r, 10);
  y = step(y, r, HALF);
  y = f64x2.add(f64x2.add(r, f64x2.mul(f64x2.mul(r, r), y)), constant(ONE));
  const whole = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  return f64x2.mul(y, i64x2.shl(i64x2.add(whole, i64x2.splat(1023)), 52));
}

function eachOf(x: v128): v128 {
  return f64x2.replace_lane(f64x2.splat(exp(f64x2.extract_lane(x, 0))), 1, exp(f64x2.extract_lane(x, 1)));
}

/** 2^k by its bits, k from -1022 to 1023. */
@inline function powerOfTwo(k: i32): f64 { return reinterpret<f64>((<i64>k + 1023) << 52); }

export function exp(x: f64): f64 {
  if (!(x >= -745.2)) return x === x ? 0 : NaN;
  if (x > 709.782712893384) return Infinity;
  if (x >= -708 && x <= 709) return f64x2.extract_lane(series(f64x2.splat(x)), 0);
  const scaled = x * 1.4426950408889634;
  const under = Math.floor(scaled);
  const k = <i32>(scaled - under >= 0.5 ? under + 1 : under);
  const r = x - <f64>k * 0.69314718036912381649 - <f64>k * 1.9082149292705877e-10;
  let y: f64 = 1.0 / 6227020800.0;
  for (let at: usize = 1; at <= HALF; at++) y = y * r + load<f64>(SERIES + (at << 4));
  y = r + r * r * y + 1;
  if (k > 1023) return y * powerOfTwo(1023) * 2;
  return k >= -1022 ? y * powerOfTwo(k) : y * powerOfTwo(k + 600) * powerOfTwo(-600);
}

/** Hart's approximation, as in engine/math/normal-cdf.ts. */
const TOP: usize = memory.data<f64>([
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
]);
const BOTTOM: usize = memory.data<f64>([
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
]);
const SQRT_2PI: f64 = 2.5066282746310002;

export function normalCdf(x: f64): f64 {
  const z = Math.abs(x);
  if (z > 37) return x > 0 ? 1 : 0;
  const tail = exp((-z * z) / 2) * (z < 7.07106781186547 ? centre(z) : fraction(z));
  return x > 0 ? 1 - tail : tail;
}

function centre(z: f64): f64 {
  let top: f64 = 0;
  let bottom: f64 = 0;
  for (let k: usize = 0; k < 7; k++) top = top * z + load<f64>(TOP + (k << 3));
  for (let k: usize = 0; k < 8; k++) bottom = bottom * z + load<f64>(BOTTOM + (k << 3));
  return top / bottom;
}

@inline function fraction(z: f64): f64 {
  return 1 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / SQRT_2PI;
}

export function normalDensity(x: f64): f64 { return exp((-x * x) / 2) / SQRT_2PI; }
