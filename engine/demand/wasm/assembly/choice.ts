/**
 * The choice of agents, four products in the lanes of a register: the twin of engine/demand/kernel.ts, operation by
 * operation. Tables are by product, padded to whole registers; `on` masks what may be chosen at all.
 */
// prettier-ignore
@unmanaged export class Choice {
  rows: i32;
  registers: i32; // of a row of products
  stride: i32; // bytes of a row of tastes
  tasteByRow: i32; // tastes lie by row of the batch instead of by agent
  // Tables, 16 bytes a register
  on: usize;
  lnQuality: usize;
  base: usize;
  input: usize;
  output: usize;
  vendor: usize;
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
  vendorOf: usize; // 16-bit, by product
  mu: f32;
  sameVendor: f32;
}

export function choose(c: Choice): void {
  if (c.exclude === 0 && c.bonus === 0) chooseRows(c, false);
  else chooseRows(c, true);
}

// prettier-ignore
@inline function chooseRows(c: Choice, special: bool): void {
  const mu = f32x4.splat(c.mu);
  const end = <usize>c.registers << 4;
  const least = f32x4.splat(-Infinity);
  const stride = <usize>c.stride;
  const on = c.on, lnQuality = c.lnQuality, base = c.base, input = c.input, output = c.output, vendorTable = c.vendor;
  const rows = <usize>c.rows;
  for (let row: usize = 0; row < rows; row++) {
    const i = <usize>load<i32>(c.agents + (row << 2));
    const a = v128.load32_splat(c.inputWeight + (i << 2));
    const b = v128.load32_splat(c.outputWeight + (i << 2));
    const floor = v128.load32_splat(c.qualityFloor + (i << 2));
    const tastes = c.taste + (c.tasteByRow ? row : i) * stride;
    const holding = <i32>load<i16>(c.held + (row << 1));
    const held = i32x4.splat(holding);
    const loyal = load<f32>(c.loyalty + (row << 2));
    const loyalty = f32x4.splat(loyal);
    const sister = f32x4.splat(loyal * c.sameVendor);
    // -2 is nobody's number: products of no vendor in particular have none either.
    const vendor = i32x4.splat(holding >= 0 ? <i32>load<i16>(c.vendorOf + (<usize>holding << 1)) : -2);
    let passed = i32x4.splat(-2);
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
    for (let at: usize = 0; at < end; at += 16) {
      const q = v128.load(lnQuality + at);
      let open = v128.andnot(v128.load(on + at), f32x4.lt(q, floor));
      const price = f32x4.add(f32x4.mul(a, v128.load(input + at)), f32x4.mul(b, v128.load(output + at)));
      const seller = v128.load(vendorTable + at);
      let net = f32x4.sub(q, price);
      let u = f32x4.add(f32x4.sub(v128.load(base + at), price), f32x4.mul(mu, v128.load(tastes + at)));
      if (special) {
        open = v128.andnot(open, i32x4.eq(seller, passed));
        if (c.bonus !== 0) {
          const shift = v128.load(c.shift + at);
          const mask = v128.load(c.shifted + at);
          net = v128.bitselect(f32x4.add(net, shift), net, mask);
          u = v128.bitselect(f32x4.add(u, shift), u, mask);
        }
      }
      reach = f32x4.max(reach, v128.bitselect(net, least, open));
      const pull = v128.bitselect(loyalty, v128.and(sister, i32x4.eq(seller, vendor)), i32x4.eq(index, held));
      u = f32x4.add(u, pull);
      const better = v128.and(open, f32x4.gt(u, best));
      best = v128.bitselect(u, best, better);
      pick = v128.bitselect(index, pick, better);
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
// prettier-ignore
@inline function settle(c: Choice, row: usize, best: v128, pick: v128, reach: v128): void {
  const pairBest = v128.shuffle<i32>(best, best, 2, 3, 0, 1);
  const top = f32x4.max(best, pairBest);
  const most = f32x4.max(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
  // Lanes below the best, and lanes that found nothing (-1), count as beyond every product.
  let first = v128.bitselect(pick, i32x4.splat(-1), f32x4.eq(best, most));
  first = i32x4.min_u(first, v128.shuffle<i32>(first, first, 2, 3, 0, 1));
  first = i32x4.min_u(first, v128.shuffle<i32>(first, first, 1, 0, 3, 2));
  store<i16>(c.pick + (row << 1), <i16>i32x4.extract_lane(first, 0));
  const far = f32x4.max(reach, v128.shuffle<i32>(reach, reach, 2, 3, 0, 1));
  store<f32>(c.reach + (row << 2), f32x4.extract_lane(f32x4.max(far, v128.shuffle<i32>(far, far, 1, 0, 3, 2)), 0));
}
