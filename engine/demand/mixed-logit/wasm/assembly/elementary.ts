/**
 * Constants, each twice, in memory: V8 builds a splat of a constant anew wherever it stands, and in a loop of two
 * logarithms that doubles the instructions.
 */
const CONSTANTS: usize = memory.data<f64>([
  1.0 / 23.0, 1.0 / 23.0, 1.0 / 21.0, 1.0 / 21.0, 1.0 / 19.0, 1.0 / 19.0, 1.0 / 17.0, 1.0 / 17.0,
  1.0 / 15.0, 1.0 / 15.0, 1.0 / 13.0, 1.0 / 13.0, 1.0 / 11.0, 1.0 / 11.0, 1.0 / 9.0, 1.0 / 9.0,
  1.0 / 7.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 5.0, 1.0 / 3.0, 1.0 / 3.0,
  0.69314718036912381649, 0.69314718036912381649, // ln 2, its leading 33 bits
  1.9082149292705877e-10, 1.9082149292705877e-10, // and the rest
  1.4142135623730951, 1.4142135623730951,
  4503599627371519.0, 4503599627371519.0, // 2^52 + 1023
  4503599627370496.0, 4503599627370496.0, // 2^52: its bits
  0.5, 0.5, 1.0, 1.0, 2.0, 2.0,
  2.3283064365386963e-10, 2.3283064365386963e-10, // 2^-32
], 16);

@inline export function constant(k: usize): v128 { return v128.load(CONSTANTS + (k << 4)); }

@inline function step(t: v128, z: v128, k: usize): v128 { return f64x2.add(f64x2.mul(t, z), constant(k)); }

/** Where 1 is among the constants. */
export const ONE: usize = 17;

/** ln of two normal numbers above 0: the twin of engine/math/elementary.ts, operation by operation. */
@inline export function log2x(x: v128): v128 {
  const one = constant(ONE);
  // The exponent becomes a double by the bits of 2^52 + e.
  const e = v128.or(i64x2.shr_u(x, 52), constant(15));
  let k = f64x2.sub(e, constant(14));
  // Its bits give way to those of 1: what is left is the mantissa, from 1 to 2.
  let m = v128.or(i64x2.shr_u(i64x2.shl(x, 12), 12), one);
  const large = f64x2.gt(m, constant(13));
  m = v128.bitselect(f64x2.mul(m, constant(16)), m, large);
  k = f64x2.add(k, v128.and(large, one));
  const f = f64x2.sub(m, one);
  const s = f64x2.div(f, f64x2.add(m, one));
  const z = f64x2.mul(s, s);
  let t = step(constant(0), z, 1);
  t = step(t, z, 2);
  t = step(t, z, 3);
  t = step(t, z, 4);
  t = step(t, z, 5);
  t = step(t, z, 6);
  t = step(t, z, 7);
  t = step(t, z, 8);
  t = step(t, z, 9);
  t = step(t, z, 10);
  const tail = f64x2.sub(f64x2.mul(f64x2.mul(f64x2.mul(constant(18), s), z), t), f64x2.mul(s, f));
  return f64x2.add(f64x2.mul(k, constant(11)), f64x2.add(f, f64x2.add(tail, f64x2.mul(k, constant(12)))));
}
