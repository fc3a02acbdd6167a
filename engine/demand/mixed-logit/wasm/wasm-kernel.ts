import { type Batch, chooseReference, type KernelConstants } from "../choose-reference.ts";
import type { Kernel, KernelSize } from "../kernel.ts";
import type { Population } from "../population.ts";
import type { ChoiceTable } from "../tables.ts";
import { kernelBytes } from "./kernel.generated.ts";
import { FIELD, type Layout, layOut, layoutBytes, SEEN, SEEN_COLUMNS } from "./layout.ts";
import { room } from "./room.ts";

/** What the module exports; addresses are bytes into its memory, see assembly/. */
interface Exports {
  choose(order: number): void;
  drawsUpTo(
    k0: number,
    k1: number,
    tick: number,
    from: number,
    count: number,
    limit: number,
    words: number,
    out: number,
  ): number;
  meter(count: number, desk: number): void;
  weigh(count: number, desk: number): void;
  uniforms(k0: number, k1: number, tick: number, from: number, count: number, words: number, out: number): void;
  gumbels(
    k0: number,
    k1: number,
    item: number,
    from: number,
    count: number,
    words: number,
    out: number,
    stride: number,
  ): void;
}

let compiled: WebAssembly.Module | null | undefined;

/** The compiled module; null where there is no WebAssembly with 128-bit SIMD. */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  if (typeof WebAssembly === "undefined") return null;
  const bytes = Uint8Array.from(atob(kernelBytes), (c) => c.charCodeAt(0));
  try {
    if (WebAssembly.validate(bytes)) compiled = new WebAssembly.Module(bytes);
  } catch (error) {
    // A page's security policy may forbid compiling what it allows to validate.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
  }
  return compiled;
}

/** The WebAssembly twin, its memory laid out for one population; null where it cannot be had. */
export function wasmKernel(size: KernelSize): Kernel | null {
  const module = kernelModule();
  if (!module || size.tastes === 0) return null;
  try {
    return build(module, size);
  } catch (error) {
    if (error instanceof RangeError) return null; // more memory than this machine gives
    throw error;
  }
}

function build(module: WebAssembly.Module, size: KernelSize): Kernel {
  const memory = room(layoutBytes(size));
  const layout = layOut(memory, size);
  const { columns, desk, tables } = layout;
  writePlaces(layout);
  const { exports } = new WebAssembly.Instance(module, { env: { memory: memory.memory } });
  const run = exports as unknown as Exports;
  let written: KernelConstants | null = null; // whose pulls are in place
  const words = tables.words.byteOffset;
  const allowance = desk.allowance.satiation.byteOffset;
  return {
    id: "wasm",
    columns,
    desk,
    choose(p, table, batch, constants) {
      // Not its population
      if (p.inputWeight !== columns.inputWeight) return chooseReference(p, table, batch, constants);
      if (written?.vendorOf !== constants.vendorOf || written.sameVendor !== constants.sameVendor)
        writePull(layout, constants);
      written = constants;
      writeTables(layout, table);
      writeBonus(layout, batch);
      writeOrder(layout, p, batch, constants);
      run.choose(tables.order.byteOffset);
      if (batch.pick.buffer !== desk.pick.buffer) batch.pick.set(desk.pick.subarray(0, batch.count));
      if (batch.reach.buffer !== desk.reach.buffer) batch.reach.set(desk.reach.subarray(0, batch.count));
    },
    drawsUpTo: ({ seed, stream, tick }, { from, count }, limit) =>
      run.drawsUpTo(seed, stream, tick, from, count, limit, words, desk.hits.byteOffset),
    meter: (count) => run.meter(count, allowance),
    weigh: (count) => run.weigh(count, allowance),
    uniforms: ({ seed, stream, tick }, { from, count }, column) =>
      run.uniforms(seed, stream, tick, from, count, words, desk.draws[column].byteOffset),
    gumbels: ({ seed, stream, tick }, { from, count }, { at, stride }) =>
      run.gumbels(seed, stream, tick, from, count, words, columns.taste.byteOffset + 4 * at, 4 * stride),
  };
}

const LANES = 4;
const REGISTER = LANES * SEEN_COLUMNS;

function writeTables({ tables: t }: Layout, table: ChoiceTable): void {
  t.seenBits.fill(-1);
  for (let c = 0; c < table.count; c++) {
    const j = table.products[c];
    const at = (j >> 2) * REGISTER + (j & 3);
    t.seenBits[at + LANES * SEEN.off] = 0;
    t.seen[at + LANES * SEEN.lnQuality] = table.lnQuality[j];
    t.seen[at + LANES * SEEN.base] = table.base[j];
    t.seen[at + LANES * SEEN.input] = table.input[j];
    t.seen[at + LANES * SEEN.output] = table.output[j];
  }
}

/**
 * Who holds j is loyal to j, and in part to its vendor's others: a row for each j, and
 * a last one for who holds nothing.
 */
function writePull({ tables: t }: Layout, { vendorOf, sameVendor }: KernelConstants): void {
  const width = t.vendor.length;
  t.vendor.set(vendorOf);
  vendorOf.forEach((v, held) => {
    vendorOf.forEach((w, j) => (t.pull[held * width + j] = j === held ? 1 : w === v ? sameVendor : 0));
  });
}

function writeBonus({ tables: t }: Layout, { bonus }: Batch): void {
  if (!bonus) return;
  for (let j = 0; j < bonus.slot.length; j++) {
    t.shifted[j] = bonus.slot[j] >= 0 ? -1 : 0;
    if (bonus.slot[j] >= 0) t.slot[bonus.slot[j]] = j;
  }
}

/** Where the kernel finds what never moves. */
function writePlaces({ tables, columns }: Layout): void {
  const { order } = tables;
  const names = ["seen", "vendor", "pull", "slot", "shift", "shifted"] as const;
  for (const name of names) order[FIELD[name]] = tables[name].byteOffset;
  for (const name of ["inputWeight", "outputWeight", "qualityFloor"] as const)
    order[FIELD[name]] = columns[name].byteOffset;
}

function writeOrder({ tables, columns, desk }: Layout, p: Population, batch: Batch, k: KernelConstants): void {
  const { order } = tables;
  order[FIELD.agents] = placed(batch.agents, desk.agents, batch.count);
  order[FIELD.held] = placed(batch.held, desk.held, batch.count);
  order[FIELD.loyalty] = placed(batch.loyalty, desk.loyalty, batch.count);
  order[FIELD.pick] = placed(batch.pick, desk.pick, 0);
  order[FIELD.reach] = placed(batch.reach, desk.reach, 0);
  order[FIELD.rows] = batch.count;
  order[FIELD.registers] = Math.ceil(p.products / 4);
  order[FIELD.none] = p.products;
  order[FIELD.stride] = 4 * p.products;
  order[FIELD.exclude] = batch.exclude ? placed(batch.exclude, desk.exclude, batch.count) : 0;
  order[FIELD.bonus] = batch.bonus ? placed(batch.bonus.values, desk.bonus, batch.count * batch.bonus.columns) : 0;
  order[FIELD.bonusColumns] = batch.bonus ? batch.bonus.columns : 0;
  order[FIELD.tasteByRow] = batch.taste === columns.taste ? 0 : 1;
  order[FIELD.taste] = batch.taste === columns.taste ? columns.taste.byteOffset : gathered(tables.tasteRows, p, batch);
  tables.orderFloats[FIELD.mu] = k.mu;
}

type Column = Int16Array | Int32Array | Float32Array;

/** Where the kernel finds `column`: in place, or copied to `room`. */
function placed<T extends Column>(column: T, room: T, count: number): number {
  if (column.buffer === room.buffer) return column.byteOffset;
  room.set(column.subarray(0, count));
  return room.byteOffset;
}

/** Tastes that do not last live in the market: those of the deciders are fetched, row by row. */
function gathered(rows: Float32Array, { products }: Population, { agents, count, taste }: Batch): number {
  for (let row = 0; row < count; row++) {
    const from = agents[row] * products;
    rows.set(taste.subarray(from, from + products), row * products);
  }
  return rows.byteOffset;
}
