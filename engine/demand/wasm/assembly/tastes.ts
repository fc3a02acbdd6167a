import { threefry } from "./random";

const LN2_HI: f64 = 0.69314718036912381649;
const LN2_LO: f64 = 1.9082149292705877e-10;
const SQRT2: f64 = 1.4142135623730951;

/** ln of two normal numbers above 0: the twin of engine/math/elementary.ts, operation by operation. */
// prettier-ignore
@inline function log2x(x: v128): v128 {
  // The exponent becomes a double by the bits of 2^52 + e.
  const e = v128.or(i64x2.shr_u(x, 52), i64x2.splat(0x4330000000000000));
  let k = f64x2.sub(e, f64x2.splat(4503599627370496.0 + 1023.0));
  let m = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3ff0000000000000));
  const large = f64x2.gt(m, f64x2.splat(SQRT2));
  m = v128.bitselect(f64x2.mul(m, f64x2.splat(0.5)), m, large);
  k = f64x2.add(k, v128.and(large, f64x2.splat(1)));
  const f = f64x2.sub(m, f64x2.splat(1));
  const s = f64x2.div(f, f64x2.add(m, f64x2.splat(1)));
  const z = f64x2.mul(s, s);
  let t = f64x2.splat(1.0 / 23.0);
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 21.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 19.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 17.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 15.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 13.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 11.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 9.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 7.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 5.0));
  t = f64x2.add(f64x2.mul(t, z), f64x2.splat(1.0 / 3.0));
  const doubled = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.splat(2), s), z), t);
  const tail = f64x2.sub(doubled, f64x2.mul(s, f));
  return f64x2.add(f64x2.mul(k, f64x2.splat(LN2_HI)), f64x2.add(f, f64x2.add(tail, f64x2.mul(k, f64x2.splat(LN2_LO)))));
}

/** -ln(-ln(u)) for two words of bits, u = (word + 1/2) 2^-32. */
// prettier-ignore
@inline function gumbel(words: v128): v128 {
  const u = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(words), f64x2.splat(0.5)), f64x2.splat(2.3283064365386963e-10));
  return f64x2.neg(log2x(f64x2.neg(log2x(u))));
}

/**
 * Tastes of `count` agents for one product, from agent k = `from` (even) of the segment on, one every `stride` bytes.
 * One block of bits serves two neighbours. Room for the words lies at `words` (4 bytes an agent and 32).
 */
export function gumbels(k0: i32, k1: i32, item: i32, from: i32, count: i32, words: usize, out: usize, stride: usize): void {
  threefry(k0, k1, from >> 1, item, (count + 1) >> 1, words);
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const four = v128.load(words + (<usize>k << 2));
    const low = f32x4.demote_f64x2_zero(gumbel(four));
    const high = f32x4.demote_f64x2_zero(gumbel(v128.shuffle<i32>(four, four, 2, 3, 2, 3)));
    v128.store_lane<f32>(out, low, 0);
    v128.store_lane<f32>(out + stride, low, 1);
    v128.store_lane<f32>(out + 2 * stride, high, 0);
    v128.store_lane<f32>(out + 3 * stride, high, 1);
    out += 4 * stride;
  }
  for (; k < count; k++) {
    store<f32>(out, f32x4.extract_lane(f32x4.demote_f64x2_zero(gumbel(v128.load32_zero(words + (<usize>k << 2)))), 0));
    out += stride;
  }
}
