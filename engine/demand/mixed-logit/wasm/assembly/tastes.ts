import { constant, log2x } from "./elementary";
import { threefry } from "./random";

/** -ln(-ln(u)) for two words of bits, u = (word + 1/2) 2^-32. */
@inline function gumbel(words: v128): v128 {
  const u = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(words), constant(16)), constant(19));
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
