/**
 * The choice of agents, four products in the lanes of a register: the twin of engine/demand/mixed-logit/choose-reference.ts, operation by
 * operation. Tables are by product, padded to whole registers. What must not be chosen is turned into NaN, which is larger
 * than nothing.
 *
 * The five columns that every choice reads lie together, register by register, so that one pointer serves them all: adding
 * up addresses would take as long as the arithmetic.
 */
const OFF: usize = 0; // mask of what is not on sale
const LN_QUALITY: usize = 16;
const BASE: usize = 32;
const INPUT: usize = 48;
const OUTPUT: usize = 64;
const SEEN: usize = 80; // bytes of a register of products

@unmanaged export class Choice {
  rows: i32;
  registers: i32; // of a row of products
  stride: i32; // bytes of a row of tastes
  none: i32; // row of `pull` for who holds nothing
  tasteByRow: i32; // tastes lie by row of the batch instead of by agent
  seen: usize; // the five columns, SEEN bytes a register
  // Tables, 16 bytes a register
  vendor: usize;
  pull: usize; // product held (last row: none) x product: the part of an agent's loyalty that counts, 1, rho or 0
  // Columns by agent
  inputWeight: usize;
  outputWeight: usize;
  qualityFloor: usize;
  taste: usize;
  // Columns by row
  agents: usize;
  held: usize;
  loyalty: usize;
  exclude: usize; // 0: nobody is passed over
  bonus: usize; // 0: none; row x bonusColumns
  bonusColumns: i32;
  slot: usize; // product of each bonus column
  shift: usize; // room for one row of bonuses by product
  shifted: usize; // mask: which products have a bonus
  pick: usize; // out
  reach: usize; // out
  mu: f32;
  read: i32; // out: nothing anybody needs
}

export function choose(c: Choice): void {
  readAhead(c);
  if (c.exclude === 0 && c.bonus === 0) chooseRows(c, false);
  else chooseRows(c, true);
}

/** From so many people to a decider on, one is not found beside the other. */
const SPARSE: i32 = 4;

/**
 * Where deciders lie far apart, what they will be asked for is read first, one row after the other with nothing between:
 * memory answers many such questions at once, and would keep the arithmetic waiting for each.
 */
function readAhead(c: Choice): void {
  const rows = <usize>c.rows;
  if (rows < 16 || c.tasteByRow) return;
  const span = load<i32>(c.agents + ((rows - 1) << 2)) - load<i32>(c.agents);
  if (span < SPARSE * c.rows) return;
  const stride = <usize>c.stride;
  let all: i32 = 0;
  for (let row: usize = 0; row < rows; row++) {
    const i = <usize>load<i32>(c.agents + (row << 2));
    all |= load<i32>(c.inputWeight + (i << 2)) | load<i32>(c.outputWeight + (i << 2)) | load<i32>(c.qualityFloor + (i << 2));
    for (let at = c.taste + i * stride, end = at + stride; at < end; at += 64) all |= load<i32>(at);
  }
  c.read = all; // so that the reading is not left out
}

@inline function chooseRows(c: Choice, special: bool): void {
  const mu = f32x4.splat(c.mu);
  const end = <usize>c.registers << 4;
  const least = f32x4.splat(-Infinity);
  const stride = <usize>c.stride;
  const rows = <usize>c.rows;
  for (let row: usize = 0; row < rows; row++) {
    const i = <usize>load<i32>(c.agents + (row << 2));
    const a = v128.load32_splat(c.inputWeight + (i << 2));
    const b = v128.load32_splat(c.outputWeight + (i << 2));
    const floor = v128.load32_splat(c.qualityFloor + (i << 2));
    const tastes = c.taste + (c.tasteByRow ? row : i) * stride;
    const held = <i32>load<i16>(c.held + (row << 1));
    const pulls = c.pull + <usize>(held >= 0 ? held : c.none) * end;
    const loyalty = v128.load32_splat(c.loyalty + (row << 2));
    let passed = i32x4.splat(-2); // nobody's number
    if (special) {
      if (c.exclude !== 0) {
        const v = <i32>load<i16>(c.exclude + (row << 1));
        passed = i32x4.splat(v >= 0 ? v : -2);
      }
      if (c.bonus !== 0) spread(c, row);
    }
    let index = i32x4(0, 1, 2, 3);
    let best = least;
    let pick = i32x4.splat(-1);
    let reach = least;
    const last = tastes + end;
    for (let seen = c.seen, taste = tastes, pull = pulls; taste < last; seen += SEEN, taste += 16, pull += 16) {
      const q = v128.load(seen, LN_QUALITY);
      let closed = v128.or(v128.load(seen, OFF), f32x4.lt(q, floor));
      const price = f32x4.add(f32x4.mul(a, v128.load(seen, INPUT)), f32x4.mul(b, v128.load(seen, OUTPUT)));
      let net = f32x4.sub(q, price);
      let u = f32x4.add(f32x4.sub(v128.load(seen, BASE), price), f32x4.mul(mu, v128.load(taste)));
      if (special) {
        const at = taste - tastes;
        closed = v128.or(closed, i32x4.eq(v128.load(c.vendor + at), passed));
        if (c.bonus !== 0) {
          const shift = v128.load(c.shift + at);
          const mask = v128.load(c.shifted + at);
          net = v128.bitselect(f32x4.add(net, shift), net, mask);
          u = v128.bitselect(f32x4.add(u, shift), u, mask);
        }
      }
      reach = f32x4.pmax(reach, v128.or(net, closed));
      u = v128.or(f32x4.add(u, f32x4.mul(loyalty, v128.load(pull))), closed);
      pick = v128.bitselect(index, pick, f32x4.gt(u, best));
      best = f32x4.pmax(best, u);
      index = i32x4.add(index, i32x4.splat(4));
    }
    settle(c, row, best, pick, reach);
  }
}

/** Bonuses of a row by product. */
function spread(c: Choice, row: usize): void {
  const columns = <usize>c.bonusColumns;
  const values = c.bonus + row * (columns << 2);
  for (let k: usize = 0; k < columns; k++) {
    store<f32>(c.shift + (<usize>load<i32>(c.slot + (k << 2)) << 2), load<f32>(values + (k << 2)));
  }
}

/** The best of four lanes; of equals the product listed first. */
@inline function settle(c: Choice, row: usize, best: v128, pick: v128, reach: v128): void {
  const pairBest = v128.shuffle<i32>(best, best, 2, 3, 0, 1);
  const top = f32x4.pmax(best, pairBest);
  const most = f32x4.pmax(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
  // Lanes below the best, and lanes that found nothing (-1), count as beyond every product.
  let first = v128.bitselect(pick, i32x4.splat(-1), f32x4.eq(best, most));
  first = i32x4.min_u(first, v128.shuffle<i32>(first, first, 2, 3, 0, 1));
  first = i32x4.min_u(first, v128.shuffle<i32>(first, first, 1, 0, 3, 2));
  store<i16>(c.pick + (row << 1), <i16>i32x4.extract_lane(first, 0));
  const far = f32x4.pmax(reach, v128.shuffle<i32>(reach, reach, 2, 3, 0, 1));
  // + 0: lanes may meet +0 and -0 in another order than products do.
  store<f32>(c.reach + (row << 2), f32x4.extract_lane(f32x4.pmax(far, v128.shuffle<i32>(far, far, 1, 0, 3, 2)), 0) + 0);
}
