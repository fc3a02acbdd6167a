import { ADOPTS, BASE, BEND, BEST, Crowd, earn, PICK, PULL, RATE, rowOf, SLOPE } from "./crowd";

/** Profits by good, and what their owners gain from a small rise: the twin of unlocked-game.ts. */
export function conditions(c: Crowd): void {
  const width = <usize>c.width;
  memory.fill(c.profits, 0, width);
  memory.fill(c.marginal, 0, width);
  const profits = c.profits;
  const marginal = c.marginal;
  const levels = c.level;
  const firsts = c.first;
  const sums = c.sum;
  let person = c.from;
  for (let n = 0; n < c.people; n++) {
    earn(c, person);
    const pick = rowOf(c, person, PICK);
    const pull = rowOf(c, person, PULL);
    const adopts = f64x2.splat(load<f64>(person, ADOPTS));
    for (let at: usize = 0; at < width; at += 16) {
      const part = f64x2.mul(adopts, v128.load(pick + at));
      const level = v128.load(levels + at);
      const won = f64x2.mul(v128.load(pull + at), f64x2.sub(level, v128.load(sums + at)));
      const gain = f64x2.mul(part, f64x2.sub(v128.load(firsts + at), won));
      v128.store(profits + at, f64x2.add(v128.load(profits + at), f64x2.mul(part, level)));
      v128.store(marginal + at, f64x2.add(v128.load(marginal + at), gain));
    }
    const best = load<i32>(person, BEST);
    if (best >= 0) {
      const k = marginal + <usize>best;
      const rate = load<f64>(rowOf(c, person, RATE) + <usize>best);
      store<f64>(k, load<f64>(k) - load<f64>(person, SLOPE) * rate * load<f64>(sums + <usize>best));
    }
    person += <usize>c.stride;
  }
}

/** Derivatives of what owners gain. */
export function curvature(c: Crowd): void {
  const width = <usize>c.width;
  memory.fill(c.curve, 0, width * (width >> 3));
  let person = c.from;
  for (let n = 0; n < c.people; n++) {
    earn(c, person);
    const pull = rowOf(c, person, PULL);
    const base = rowOf(c, person, BASE);
    for (let at: usize = 0; at < width; at += 16) {
      const turned = f64x2.mul(v128.load(pull + at), v128.load(c.level + at));
      v128.store(c.turn + at, f64x2.sub(v128.load(c.first + at), turned));
    }
    for (let at: usize = 0; at < width; at += 8) if (load<f64>(base + at) !== -Infinity) curveRow(c, person, at);
    person += <usize>c.stride;
  }
}

/** The row of the good at `at`: all columns alike, then its own and the best good's as they are. */
function curveRow(c: Crowd, person: usize, at: usize): void {
  const width = <usize>c.width;
  const pick = rowOf(c, person, PICK);
  const pull = rowOf(c, person, PULL);
  const rate = rowOf(c, person, RATE);
  const out = c.curve + (at >> 3) * width;
  const mine = c.mine + (at >> 3) * width;
  const best = load<i32>(person, BEST);
  const slope = load<f64>(person, SLOPE);
  const s = load<f64>(c.sum + at);
  const tk = load<f64>(pull + at);
  const picked = load<f64>(pick + at);
  const b = load<f64>(c.first + at) - tk * (load<f64>(c.level + at) - s);
  const down = picked * tk;
  const isBest = <i32>at === best;
  const fall = slope * load<f64>(rate + at);
  const own = load<f64>(out + at);
  const other = best >= 0 ? load<f64>(out + <usize>best) : 0;
  const adopts = load<f64>(person, ADOPTS);
  const turns = c.turn;
  for (let d: usize = 0; d < width; d += 16) {
    const tl = v128.load(pull + d);
    const turn = v128.and(v128.load(turns + d), v128.load(mine + d));
    const sl = f64x2.mul(v128.load(pick + d), f64x2.add(f64x2.mul(tl, f64x2.splat(s)), turn));
    const both = f64x2.mul(f64x2.mul(tl, f64x2.splat(picked)), v128.load(pick + d));
    const skl = f64x2.add(f64x2.mul(both, f64x2.splat(b)), f64x2.mul(f64x2.splat(down), sl));
    let part = f64x2.mul(f64x2.splat(adopts), skl);
    if (isBest) part = f64x2.sub(part, f64x2.mul(f64x2.splat(fall), sl));
    v128.store(out + d, f64x2.add(v128.load(out + d), part));
  }
  for (let turn = 0; turn < 2; turn++) {
    if (turn === 1 && (best < 0 || isBest)) break;
    const d = turn === 0 ? at : <usize>best;
    const tl = load<f64>(pull + d);
    const sl = load<f64>(pick + d) * (tl * s + (load<i64>(mine + d) ? load<f64>(c.turn + d) : 0));
    let skl = tl * picked * load<f64>(pick + d) * b + down * sl;
    if (d === at) skl += picked * (load<f64>(c.second + at) - tk * load<f64>(c.first + at) - tl * b);
    const al = <i32>d === best ? -slope * load<f64>(rate + d) : 0;
    const part = al * (picked * b) + adopts * skl;
    store<f64>(out + d, (turn === 0 ? own : other) + (isBest ? part - fall * sl : part));
  }
  if (isBest) {
    const bend = load<f64>(person, BEND) * load<f64>(rate + at) * load<f64>(rate + at) * s;
    store<f64>(out + at, load<f64>(out + at) + bend);
  }
}
