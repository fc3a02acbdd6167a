/**
 * Threefry2x32-20, four counters in the lanes of a register: the twin of engine/math/random.ts.
 * Salmon, Moraes, Dror & Shaw (2011), SC'11.
 */
const PARITY: i32 = 0x1bd11bda;

@inline function rotate(v: v128, n: i32): v128 { return v128.or(i32x4.shl(v, n), i32x4.shr_u(v, 32 - n)); }

/**
 * Words of blocks first, first + 1, ... to memory, two a block and in order: x0 y0 x1 y1 ... Whole registers are written,
 * so `out` needs room for `blocks` rounded up to four.
 */
export function threefry(k0: i32, k1: i32, first: i32, c1: i32, blocks: i32, out: usize): void {
  const a = i32x4.splat(k0);
  const b = i32x4.splat(k1);
  const c = i32x4.splat(PARITY ^ k0 ^ k1);
  const b1 = i32x4.splat((PARITY ^ k0 ^ k1) + 1);
  const a2 = i32x4.splat(k0 + 2);
  const b3 = i32x4.splat(k1 + 3);
  const c4 = i32x4.splat((PARITY ^ k0 ^ k1) + 4);
  const a5 = i32x4.splat(k0 + 5);
  const y0 = i32x4.splat(c1 + k1);
  let counter = i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(first + k0));
  const four = i32x4.splat(4);
  const end = out + (<usize>((blocks + 3) >> 2) << 5);
  for (; out < end; out += 32) {
    let x = i32x4.add(counter, y0);
    let y = v128.xor(rotate(y0, 13), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
    x = i32x4.add(x, b); y = i32x4.add(y, b1);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 17), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 29), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 16), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 24), x);
    x = i32x4.add(x, c); y = i32x4.add(y, a2);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 13), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
    x = i32x4.add(x, a); y = i32x4.add(y, b3);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 17), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 29), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 16), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 24), x);
    x = i32x4.add(x, b); y = i32x4.add(y, c4);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 13), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
    x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
    x = i32x4.add(x, c); y = i32x4.add(y, a5);
    v128.store(out, v128.shuffle<i32>(x, y, 0, 4, 1, 5));
    v128.store(out, v128.shuffle<i32>(x, y, 2, 6, 3, 7), 16);
    counter = i32x4.add(counter, four);
  }
}

/**
 * Which of `count` agents, from agent `from` (a multiple of four) on, draw no more than `limit` [2^-16]: to `out`, in
 * order, each as place x 65536 + draw; returns how many. Agent k has 16 bits of block k/4. Room for the words lies at
 * `words` (2 bytes an agent and 32).
 */
export function drawsUpTo(k0: i32, k1: i32, tick: i32, from: i32, count: i32, limit: i32, words: usize, out: usize): i32 {
  const most = i16x8.splat(<i16>limit);
  const start = out;
  threefry(k0, k1, from >> 2, tick, (count + 3) >> 2, words);
  for (let k = 0; k < count; k += 8) {
    let hits = i16x8.bitmask(i16x8.le_u(v128.load(words + (<usize>k << 1)), most));
    while (hits !== 0) {
      const place = k + ctz(hits);
      if (place < count) {
        store<i32>(out, (place << 16) | <i32>load<u16>(words + (<usize>place << 1)));
        out += 4;
      }
      hits &= hits - 1;
    }
  }
  return <i32>((out - start) >> 2);
}

/**
 * Uniform draws in (0, 1) of items from, from + 1, ..., two to a register: the first word of each item's block. Room for
 * the words lies at `words` (8 bytes an item and 32); `out` is written in whole registers.
 */
export function uniforms(k0: i32, k1: i32, tick: i32, from: i32, count: i32, words: usize, out: usize): void {
  const half = f64x2.splat(0.5);
  const unit = f64x2.splat(2.3283064365386963e-10); // 2^-32
  threefry(k0, k1, from, tick, count, words);
  const end = out + (<usize>count << 3);
  for (; out < end; out += 16, words += 16) {
    const pair = v128.load(words);
    const first = v128.shuffle<i32>(pair, pair, 0, 2, 0, 2);
    v128.store(out, f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(first), half), unit));
  }
}
