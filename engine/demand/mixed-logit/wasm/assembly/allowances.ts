import { constant, log2x, ONE } from "./elementary";

/**
 * Use under an allowance, two people in the lanes of a register: the twin of engine/demand/mixed-logit/volume.ts, operation by operation.
 * Columns of CHUNK numbers lie one after the other, in the order of engine/demand/mixed-logit/allowance-desk.ts.
 */
const COLUMN: usize = 8 * 1024; // bytes of CHUNK numbers
const SATIATION: usize = 0;
const PRICE: usize = COLUMN;
const WORTH: usize = 2 * COLUMN;
const QUOTA: usize = 3 * COLUMN;
const PAID: usize = 4 * COLUMN;
const TOKENS: usize = 5 * COLUMN;
const FREE: usize = 6 * COLUMN;
const SURPLUS: usize = 7 * COLUMN;
const GAIN: usize = 8 * COLUMN;

@inline function tokensOf(at: usize): v128 {
  return f64x2.pmax(f64x2.pmin(v128.load(at, SATIATION), v128.load(at, QUOTA)), v128.load(at, PAID));
}

/** Gross value less the bill; nothing is gained where nothing is used. */
@inline function surplusOf(at: usize, tokens: v128, free: v128): v128 {
  const gain = f64x2.add(constant(ONE), log2x(f64x2.div(v128.load(at, SATIATION), tokens)));
  const value = f64x2.mul(f64x2.mul(v128.load(at, WORTH), tokens), gain);
  return f64x2.sub(value, f64x2.mul(v128.load(at, PRICE), f64x2.sub(tokens, free)));
}

/** Whole registers are read and written: columns have room for them. */
export function meter(count: i32, desk: usize): void {
  const zero = f64x2.splat(0);
  const end = desk + (<usize>count << 3);
  for (let at = desk; at < end; at += 16) {
    const tokens = tokensOf(at);
    const free = f64x2.pmin(tokens, v128.load(at, QUOTA));
    const some = f64x2.gt(tokens, zero);
    v128.store(at, v128.and(tokens, some), TOKENS);
    v128.store(at, v128.and(free, some), FREE);
    v128.store(at, v128.and(surplusOf(at, tokens, free), some), SURPLUS);
  }
}

export function weigh(count: i32, desk: usize): void {
  const zero = f64x2.splat(0);
  const nothing = f64x2.splat(-1e6);
  const end = desk + (<usize>count << 3);
  for (let at = desk; at < end; at += 16) {
    const tokens = tokensOf(at);
    const worth = v128.load(at, WORTH);
    const surplus = v128.and(surplusOf(at, tokens, f64x2.pmin(tokens, v128.load(at, QUOTA))), f64x2.gt(tokens, zero));
    const part = f64x2.div(surplus, f64x2.mul(worth, v128.load(at, SATIATION)));
    const gain = f64x2.add(log2x(part), f64x2.div(v128.load(at, PRICE), worth));
    v128.store(at, v128.bitselect(gain, nothing, f64x2.gt(surplus, zero)), GAIN);
  }
}
