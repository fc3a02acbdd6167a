import { log2x } from "./elementary";
import { exp2x, normalCdf, normalDensity } from "./exponential";

/**
 * What a crowd chooses at given prices, two goods in the lanes of a register: the twin of agent-choice.ts, operation by
 * operation. A person's numbers lie together: a head, then a row for each column. What it may not choose has a base of
 * minus infinity, and everything else 0.
 */
@unmanaged export class Crowd {
  people: i32;
  width: i32; // bytes of a row of goods
  stride: i32; // bytes of a person
  ahead: i32; // sellers look ahead
  from: usize; // the first person
  // By good
  price: usize;
  moved: usize; // mask: its price is not that of the last choice
  flat: usize; // mask: priced by the month
  owner: usize; // bytes to its owner's sum
  mine: usize; // good x good, mask: of one owner
  // Rows in use
  sums: usize; // by owner
  level: usize; // earnings and their derivatives
  first: usize;
  second: usize;
  sum: usize; // of the owner, by good
  turn: usize;
  // What is asked for
  profits: usize;
  marginal: usize;
  curve: usize; // good x good
  values: usize; // good x VALUES: prices to try
  counts: usize; // by good: how many
  found: usize; // good x VALUES
  laws: usize; // mu, median and sd
}

/** A person's head. */
export const SIZE: usize = 0;
export const USERS: usize = 8;
export const FREE: usize = 16;
export const ADOPTS: usize = 24;
export const SLOPE: usize = 32;
export const BEND: usize = 40;
export const TOP: usize = 48;
export const LEVEL: usize = 56;
export const REACH: usize = 64;
export const SECOND: usize = 72;
export const BEST: usize = 80; // bytes to the good; -8: none
export const HEAD: usize = 96;

/** Its rows, in this order. */
export const BASE: i32 = 0;
export const QUALITY: i32 = 1;
export const RATE: i32 = 2;
export const PULL: i32 = 3;
export const TAX: i32 = 4;
export const FADE: i32 = 5;
export const REVENUE: i32 = 6;
export const COST: i32 = 7;
export const LATER: i32 = 8;
export const UTILITY: i32 = 9;
export const LIKES: i32 = 10;
export const PICK: i32 = 11;
export const VOLUME: i32 = 12;
export const BILLED: i32 = 13;

@inline export function rowOf(c: Crowd, person: usize, column: i32): usize {
  return person + HEAD + <usize>(c.width * column);
}

export function decide(c: Crowd): void {
  let person = c.from;
  for (let n = 0; n < c.people; n++) {
    decideOne(c, person);
    person += <usize>c.stride;
  }
}

function decideOne(c: Crowd, person: usize): void {
  const top = weighOptions(c, person);
  const again = top === load<f64>(person, TOP);
  const width = <usize>c.width;
  const moved = c.moved;
  const likes = rowOf(c, person, LIKES);
  const utility = rowOf(c, person, UTILITY);
  const tops = f64x2.splat(top);
  let sum: f64 = 0;
  for (let at: usize = 0; at < width; at += 16) {
    if (!again || v128.any_true(v128.load(moved + at)))
      v128.store(likes + at, exp2x(f64x2.sub(v128.load(utility + at), tops)));
    sum += load<f64>(likes + at);
    sum += load<f64>(likes + at, 8);
  }
  const pick = rowOf(c, person, PICK);
  const sums = f64x2.splat(sum);
  for (let at: usize = 0; at < width; at += 16) v128.store(pick + at, f64x2.div(v128.load(likes + at), sums));
  store<f64>(person, top, TOP);
  store<f64>(person, top + f64x2.extract_lane(log2x(sums), 0), LEVEL);
}

/** Utilities and volumes at the prices; the best good of all, the second best. Returns the largest utility. */
function weighOptions(c: Crowd, person: usize): f64 {
  const rate = rowOf(c, person, RATE);
  const tax = rowOf(c, person, TAX);
  const base = rowOf(c, person, BASE);
  const quality = rowOf(c, person, QUALITY);
  const utility = rowOf(c, person, UTILITY);
  const volume = rowOf(c, person, VOLUME);
  const billed = rowOf(c, person, BILLED);
  const mu = f64x2.splat(load<f64>(c.laws));
  const size = f64x2.splat(load<f64>(person, SIZE));
  const prices = c.price;
  const moved = c.moved;
  const flats = c.flat;
  const width = <usize>c.width;
  let tops = f64x2.splat(-Infinity);
  let best: i32 = -8;
  let reach: f64 = -Infinity;
  let second: f64 = -Infinity;
  for (let at: usize = 0; at < width; at += 16) {
    const paid = f64x2.add(f64x2.mul(v128.load(rate + at), v128.load(prices + at)), v128.load(tax + at));
    const worth = f64x2.sub(v128.load(quality + at), paid);
    if (v128.any_true(f64x2.gt(worth, f64x2.splat(second)))) {
      const left = f64x2.extract_lane(worth, 0);
      const right = f64x2.extract_lane(worth, 1);
      if (left > reach) {
        second = reach;
        reach = left;
        best = <i32>at;
      } else if (left > second) second = left;
      if (right > reach) {
        second = reach;
        reach = right;
        best = <i32>at + 8;
      } else if (right > second) second = right;
    }
    if (v128.any_true(v128.load(moved + at))) {
      v128.store(utility + at, f64x2.div(f64x2.sub(v128.load(base + at), paid), mu));
      const used = f64x2.mul(size, exp2x(f64x2.neg(paid)));
      const flat = v128.load(flats + at);
      v128.store(volume + at, v128.bitselect(v128.load(volume + at), used, flat));
      v128.store(billed + at, v128.bitselect(v128.load(billed + at), used, flat));
    }
    tops = f64x2.pmax(tops, v128.load(utility + at));
  }
  store<i32>(person, best, BEST);
  if (reach !== load<f64>(person, REACH)) adopt(c, person, reach);
  store<f64>(person, second, SECOND);
  const left = f64x2.extract_lane(tops, 0);
  const right = f64x2.extract_lane(tops, 1);
  return right > left ? right : left;
}

/** Who sees the same best good adopts as before. */
@inline function adopt(c: Crowd, person: usize, reach: f64): void {
  const sd = load<f64>(c.laws, 16);
  const z = (reach - load<f64>(c.laws, 8)) / sd;
  store<f64>(person, reach, REACH);
  const slope = normalDensity(z) / sd;
  store<f64>(person, normalCdf(z), ADOPTS);
  store<f64>(person, slope, SLOPE);
  store<f64>(person, (-z * slope) / sd, BEND);
}

/** What serving a person earns, with derivatives; and what its owner earns, by good. */
export function earn(c: Crowd, person: usize): void {
  const width = <usize>c.width;
  const billed = rowOf(c, person, BILLED);
  const charged = rowOf(c, person, REVENUE);
  const volume = rowOf(c, person, VOLUME);
  const cost = rowOf(c, person, COST);
  const fade = rowOf(c, person, FADE);
  const later = rowOf(c, person, LATER);
  const free = f64x2.splat(load<f64>(person, FREE));
  const two = f64x2.splat(2);
  const price = c.price;
  const ahead = c.ahead;
  const levels = c.level;
  const firsts = c.first;
  const seconds = c.second;
  for (let at: usize = 0; at < width; at += 16) {
    const revenue = f64x2.mul(v128.load(billed + at), v128.load(charged + at));
    const spent = f64x2.mul(v128.load(volume + at), v128.load(cost + at));
    const fades = v128.load(fade + at);
    let level = f64x2.sub(f64x2.mul(revenue, v128.load(price + at)), spent);
    let first = f64x2.sub(revenue, f64x2.mul(fades, level));
    let second = f64x2.mul(fades, f64x2.sub(f64x2.mul(fades, level), f64x2.mul(two, revenue)));
    if (ahead) {
      level = f64x2.add(f64x2.mul(free, level), v128.load(later + at));
      first = f64x2.mul(first, free);
      second = f64x2.mul(second, free);
    }
    v128.store(levels + at, level);
    v128.store(firsts + at, first);
    v128.store(seconds + at, second);
  }
  shareOut(c, rowOf(c, person, PICK));
}

/** A fill by instruction would be a call out of the module, for a few registers. */
@inline function shareOut(c: Crowd, pick: usize): void {
  const width = <usize>c.width;
  const sums = c.sums;
  const owner = c.owner;
  const level = c.level;
  const out = c.sum;
  for (let at: usize = 0; at < width; at += 16) v128.store(sums + at, f64x2.splat(0));
  for (let at: usize = 0; at < width; at += 8) {
    const sum = sums + <usize>load<i32>(owner + (at >> 1));
    store<f64>(sum, load<f64>(sum) + load<f64>(pick + at) * load<f64>(level + at));
  }
  for (let at: usize = 0; at < width; at += 8)
    store<f64>(out + at, load<f64>(sums + <usize>load<i32>(owner + (at >> 1))));
}
