import type { Bonus } from "./bonus.ts";
import type { Population } from "./population.ts";
import type { ChoiceTable } from "./tables.ts";

/** A batch of deciders of one segment, and what the kernel found for each. */
export interface Batch {
  readonly agents: Int32Array; // by row: who decides, in agent order
  readonly count: number; // rows
  readonly held: Int16Array; // by row: product in use, -1 none
  readonly loyalty: Float32Array; // by row: s_i (1 - exp(-tenure/theta)), for the product held
  readonly taste: Float32Array; // agent x product
  readonly exclude: Int16Array | null; // by row: a vendor whose products are passed over, -1 none
  readonly bonus: Bonus | null; // shifts of ln surplus for the few products that have any
  readonly pick: Int16Array; // by row, out: the product of highest utility; -1 if none is good enough
  readonly reach: Float32Array; // by row, out: the best ln g - p/(v g) + bonus on offer; -Infinity if none
}

export interface KernelConstants {
  readonly mu: number;
  readonly sameVendor: number; // rho: share of loyalty that goes to the vendor's other products
  readonly vendorOf: Int16Array;
}

/**
 * The choice of agents, as defined. Single-precision + - * and comparisons only: bit-identical on every machine and in
 * the WebAssembly twin. Ties go to the product listed first.
 */
export function chooseReference(p: Population, table: ChoiceTable, batch: Batch, k: KernelConstants): void {
  const f32 = Math.fround;
  const mu = f32(k.mu);
  const rho = f32(k.sameVendor);
  const { bonus, exclude } = batch;
  for (let row = 0; row < batch.count; row++) {
    const i = batch.agents[row];
    const [a, b, floor] = [p.inputWeight[i], p.outputWeight[i], p.qualityFloor[i]];
    const held = batch.held[row];
    const vendor = held >= 0 ? k.vendorOf[held] : -1;
    const loyalty = batch.loyalty[row];
    const sister = f32(loyalty * rho);
    const passed = exclude ? exclude[row] : -1;
    const tastes = i * p.products;
    let best = -Infinity;
    let pick = -1;
    let reach = -Infinity;
    for (let c = 0; c < table.count; c++) {
      const j = table.products[c];
      const lnQuality = table.lnQuality[j];
      if (lnQuality < floor || (passed >= 0 && k.vendorOf[j] === passed)) continue;
      const price = f32(f32(a * table.input[j]) + f32(b * table.output[j]));
      let net = f32(lnQuality - price);
      let u = f32(f32(table.base[j] - price) + f32(mu * batch.taste[tastes + j]));
      if (bonus && bonus.slot[j] >= 0) {
        const shift = bonus.values[row * bonus.columns + bonus.slot[j]];
        net = f32(net + shift);
        u = f32(u + shift);
      }
      if (net > reach) reach = net;
      if (j === held) u = f32(u + loyalty);
      else if (vendor >= 0 && k.vendorOf[j] === vendor) u = f32(u + sister);
      if (u > best) {
        best = u;
        pick = j;
      }
    }
    batch.pick[row] = pick;
    batch.reach[row] = reach + 0; // never -0
  }
}
