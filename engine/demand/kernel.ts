import type { Population } from "./population.ts";
import type { ChoiceTable } from "./tables.ts";

/** A batch of deciders of one segment, and what the kernel found for each. */
export interface Batch {
  readonly agents: Int32Array; // who decides, in agent order
  readonly from: number; // rows [from, to) of the batch
  readonly to: number;
  readonly held: Int16Array; // by agent: product in use, -1 none
  readonly loyalty: Float32Array; // by row: s_i (1 - exp(-tenure/theta)), for the product held
  readonly pick: Int16Array; // by row, out: the product of highest utility; -1 if none is good enough
  readonly reach: Float32Array; // by row, out: the best ln g - p/(v g) on offer; -Infinity if none
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
  for (let row = batch.from; row < batch.to; row++) {
    const i = batch.agents[row];
    const [a, b, floor] = [p.inputWeight[i], p.outputWeight[i], p.qualityFloor[i]];
    const held = batch.held[i];
    const loyalty = batch.loyalty[row];
    const sister = f32(loyalty * rho);
    const tastes = i * p.products;
    let best = -Infinity;
    let pick = -1;
    let reach = -Infinity;
    for (let c = 0; c < table.count; c++) {
      const j = table.products[c];
      const lnQuality = table.lnQuality[j];
      if (lnQuality < floor) continue;
      const price = f32(f32(a * table.input[j]) + f32(b * table.output[j]));
      reach = Math.max(reach, f32(lnQuality - price));
      let u = f32(f32(table.base[j] - price) + f32(mu * p.taste[tastes + j]));
      if (j === held) u = f32(u + loyalty);
      else if (held >= 0 && k.vendorOf[j] === k.vendorOf[held]) u = f32(u + sister);
      if (u > best) {
        best = u;
        pick = j;
      }
    }
    batch.pick[row] = pick;
    batch.reach[row] = reach;
  }
}
