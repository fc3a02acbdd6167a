import {
  ADOPTS,
  BASE,
  BEST,
  COST,
  Crowd,
  earn,
  FREE,
  LATER,
  LEVEL,
  PICK,
  QUALITY,
  RATE,
  REACH,
  REVENUE,
  rowOf,
  SECOND,
  SIZE,
  TAX,
  USERS,
  VOLUME,
} from "./crowd";
import { exp2x, normalCdf } from "./exponential";

const VALUES: usize = 32 * 8; // bytes of prices tried of one good, at most
const NEGLIGIBLE: f64 = -28;

/** What owners earn as one price alone takes each of its values: the twin of scan.ts. */
export function scan(c: Crowd): void {
  const goods = <usize>c.width >> 3;
  memory.fill(c.found, 0, goods * VALUES);
  let person = c.from;
  for (let n = 0; n < c.people; n++) {
    earn(c, person);
    const base = rowOf(c, person, BASE);
    for (let k: usize = 0; k < goods; k++) {
      const count = load<i32>(c.counts + (k << 2));
      if (count === 0) continue;
      if (load<f64>(base + (k << 3)) !== -Infinity) scanGood(c, person, k << 3, count);
      else stay(c, person, k << 3, count);
    }
    person += <usize>c.stride;
  }
}

/** Whoever may not choose the good does not mind its price. */
@inline function stay(c: Crowd, person: usize, at: usize, count: i32): void {
  const add = load<f64>(person, ADOPTS) * load<f64>(c.sum + at);
  const out = c.found + (at >> 3) * VALUES;
  for (let v: usize = 0; v < <usize>count << 3; v += 8) store<f64>(out + v, load<f64>(out + v) + add);
}

function scanGood(c: Crowd, person: usize, at: usize, count: i32): void {
  const out = c.found + (at >> 3) * VALUES;
  const values = c.values + (at >> 3) * VALUES;
  const median = load<f64>(c.laws, 8);
  const sd = load<f64>(c.laws, 16);
  const isBest = load<i32>(person, BEST) === <i32>at;
  const reach = isBest ? load<f64>(person, SECOND) : load<f64>(person, REACH);
  const stays = isBest ? normalCdf((reach - median) / sd) : load<f64>(person, ADOPTS);
  const pick = load<f64>(rowOf(c, person, PICK) + at);
  const weight = Math.max(0, 1 - pick);
  const earned = load<f64>(c.sum + at) - pick * load<f64>(c.level + at);
  const mu = f64x2.splat(load<f64>(c.laws));
  const rate = f64x2.splat(load<f64>(rowOf(c, person, RATE) + at));
  const tax = f64x2.splat(load<f64>(rowOf(c, person, TAX) + at));
  const base = f64x2.splat(load<f64>(rowOf(c, person, BASE) + at));
  const quality = f64x2.splat(load<f64>(rowOf(c, person, QUALITY) + at));
  const level = f64x2.splat(load<f64>(person, LEVEL));
  for (let v: usize = 0; v < <usize>count << 3; v += 16) {
    const value = v128.load(values + v);
    const paid = f64x2.add(f64x2.mul(rate, value), tax);
    const lead = f64x2.sub(f64x2.div(f64x2.sub(base, paid), mu), level);
    const own = f64x2.sub(quality, paid);
    let joins = f64x2.splat(stays);
    if (v128.any_true(f64x2.gt(own, f64x2.splat(reach)))) joins = joining(own, reach, joins, median, sd);
    const far = f64x2.lt(lead, f64x2.splat(NEGLIGIBLE));
    let add = f64x2.splat(0);
    if (weight > 0) add = f64x2.div(f64x2.mul(joins, f64x2.splat(earned)), f64x2.splat(weight));
    if (!i64x2.all_true(far)) {
      const near = weighed(c, person, at, value, paid, lead, earned, weight, joins);
      add = v128.bitselect(add, near, far);
    }
    v128.store(out + v, f64x2.add(v128.load(out + v), add));
  }
}

function joining(own: v128, reach: f64, stays: v128, median: f64, sd: f64): v128 {
  const left = f64x2.extract_lane(own, 0);
  const right = f64x2.extract_lane(own, 1);
  let joins = stays;
  if (left > reach) joins = f64x2.replace_lane(joins, 0, normalCdf((left - median) / sd));
  if (right > reach) joins = f64x2.replace_lane(joins, 1, normalCdf((right - median) / sd));
  return joins;
}

/** Relative to whichever is larger, so that neither overflows. */
@inline function weighed(
  c: Crowd,
  person: usize,
  at: usize,
  value: v128,
  paid: v128,
  lead: v128,
  earned: f64,
  weight: f64,
  joins: v128,
): v128 {
  const one = f64x2.splat(1);
  const ahead = f64x2.gt(lead, f64x2.splat(0));
  const less = exp2x(f64x2.neg(f64x2.abs(lead)));
  const self = v128.bitselect(one, less, ahead);
  const rest = v128.bitselect(less, one, ahead);
  const revenue = load<f64>(rowOf(c, person, REVENUE) + at);
  const cost = load<f64>(rowOf(c, person, COST) + at);
  let serves: v128;
  if (load<i64>(c.flat + at)) {
    const spent = load<f64>(rowOf(c, person, VOLUME) + at) * cost;
    serves = f64x2.sub(f64x2.mul(f64x2.splat(load<f64>(person, USERS) * revenue), value), f64x2.splat(spent));
  } else {
    const used = f64x2.mul(f64x2.splat(load<f64>(person, SIZE)), exp2x(f64x2.neg(paid)));
    serves = f64x2.mul(used, f64x2.sub(f64x2.mul(f64x2.splat(revenue), value), f64x2.splat(cost)));
  }
  const later = f64x2.splat(load<f64>(rowOf(c, person, LATER) + at));
  const worth = f64x2.add(f64x2.mul(f64x2.splat(load<f64>(person, FREE)), serves), later);
  const earns = f64x2.add(f64x2.mul(self, worth), f64x2.mul(rest, f64x2.splat(earned)));
  const all = f64x2.add(self, f64x2.mul(rest, f64x2.splat(weight)));
  return f64x2.div(f64x2.mul(joins, earns), all);
}
