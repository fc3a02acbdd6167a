import { type AgentChoice, findOptions, newChoices } from "../agent-choice.ts";
import { present } from "../kept-choices.ts";
import type { Outlook, Sought } from "../outlook.ts";
import type { Asked } from "../unlocked-game.ts";
import type { UnlockedDemand } from "../unlocked.ts";
import type { Levels } from "../unlocked-worth.ts";
import { HEAD, layCrowdOut, VALUES } from "./crowd-layout.ts";
import { kernelModule } from "./wasm-kernel.ts";

/** What the module exports of it; the order is an address in its memory. */
interface Exports {
  decide(order: number): void;
  conditions(order: number): void;
  curvature(order: number): void;
  scan(order: number): void;
}

type Layout = ReturnType<typeof layCrowdOut>;

interface WasmCrowd {
  readonly asked: Asked;
  readonly levels: Levels;
}

/** The WebAssembly twin of a crowd that is asked for its choices; null where it cannot be had. */
export function wasmCrowd({ demand, ahead }: Sought): WasmCrowd | null {
  const module = kernelModule();
  const people = present(demand);
  if (!module || people * demand.products.length > MOST) return null;
  try {
    const layout = layCrowdOut(people, demand.products.length);
    const { exports } = new WebAssembly.Instance(module, { env: { memory: layout.memory } });
    const who = fill(layout, demand, ahead);
    const run = exports as unknown as Exports;
    return { asked: askedOf(layout, run, demand.products.length), levels: levelsOf(layout, run, who) };
  } catch (error) {
    if (error instanceof RangeError) return null; // more memory than this machine gives
    throw error;
  }
}

const MOST = 1_000_000; // people times goods: 120 megabytes

function askedOf(layout: Layout, run: Exports, goods: number): Asked {
  const { tables, order } = layout;
  const at = order.byteOffset;
  const own = (column: Float64Array) => column.slice(0, goods);
  const ask = (p: Float64Array, owner?: Int32Array) => {
    if (priced(layout, p)) run.decide(at);
    writeOwners(layout, owner ?? new Int32Array(goods));
  };
  return {
    profits(p) {
      ask(p);
      run.conditions(at);
      return own(tables.profits);
    },
    conditions(p, owner) {
      ask(p, owner);
      run.conditions(at);
      return { profits: own(tables.profits), marginal: own(tables.marginal) };
    },
    curvature(p, owner) {
      ask(p, owner);
      run.curvature(at);
      const out = new Float64Array(goods * goods);
      for (let k = 0; k < goods; k++)
        out.set(tables.curve.subarray(k * layout.width, k * layout.width + goods), k * goods);
      return out;
    },
    scan(p, owner, values) {
      ask(p, owner);
      return scanned(layout, values, () => run.scan(at));
    },
  };
}

const levelsOf =
  (layout: Layout, run: Exports, who: readonly number[]): Levels =>
  (p, visit) => {
    const { crowd, headOf, order } = layout;
    if (priced(layout, p)) run.decide(order.byteOffset);
    who.forEach((i, person) => visit(i, crowd[headOf(person) + HEAD.adopts], crowd[headOf(person) + HEAD.level]));
  };

/** Writes prices down and what of them moved; whether any did. */
function priced({ tables: { price, moved } }: Layout, p: Float64Array): boolean {
  let any = false;
  for (let k = 0; k < p.length; k++) {
    const differs = p[k] !== price[k];
    moved[2 * k] = moved[2 * k + 1] = differs ? -1 : 0;
    any ||= differs;
  }
  price.set(p);
  return any;
}

function writeOwners({ tables: { owner, mine }, width }: Layout, of: Int32Array): void {
  for (let k = 0; k < of.length; k++) {
    owner[k] = 8 * of[k];
    for (let l = 0; l < of.length; l++) {
      const cell = 2 * (k * width + l);
      mine[cell] = mine[cell + 1] = of[k] === of[l] ? -1 : 0;
    }
  }
}

/** By good, so many prices at a time as there is room for. */
function scanned({ tables }: Layout, values: readonly Float64Array[], run: () => void): Float64Array[] {
  const out = values.map((list) => new Float64Array(list.length));
  const most = values.reduce((n, list) => Math.max(n, list.length), 0);
  for (let from = 0; from < most; from += VALUES) {
    values.forEach((list, k) => {
      const part = list.subarray(from, from + VALUES);
      tables.counts[k] = part.length;
      tables.values.set(part, k * VALUES);
    });
    run();
    out.forEach((list, k) => {
      const count = tables.counts[k];
      if (count > 0) list.set(tables.found.subarray(k * VALUES, k * VALUES + count), from);
    });
  }
  return out;
}

/** Writes down who is there and has a choice, whose numbers it returns. */
function fill(layout: Layout, demand: UnlockedDemand, ahead: Outlook | undefined): number[] {
  const { crowd, tables, headOf } = layout;
  const { population, lnFixedCost, mu, day, rows } = demand;
  const [choice] = newChoices(1, demand.products.length);
  tables.price.fill(NaN, 0, demand.products.length);
  tables.laws.set([mu, lnFixedCost.median, lnFixedCost.sd]);
  if (ahead) layout.lookAhead();
  const who: number[] = [];
  for (const segment of rows) {
    for (let i = segment.from; i < segment.to; i++) {
      if (population.arrives[i] > day) continue;
      findOptions(demand, segment, i, choice);
      if (choice.count === 0) continue;
      const head = headOf(who.length);
      crowd[head + HEAD.size] = choice.size;
      crowd[head + HEAD.users] = population.weight[i];
      crowd[head + HEAD.free] = ahead ? ahead.free[i] : 1;
      crowd[head + HEAD.top] = crowd[head + HEAD.reach] = NaN; // it has not chosen yet
      writeOptions(layout, who.length, choice, ahead);
      who.push(i);
    }
  }
  layout.setPeople(who.length);
  return who;
}

const COPIED = ["base", "quality", "rate", "pull", "tax", "fade", "revenue", "cost", "volume", "billed"] as const;

function writeOptions(layout: Layout, person: number, choice: AgentChoice, ahead: Outlook | undefined): void {
  const { crowd, tables, rowOf, width } = layout;
  for (const name of ["base", "quality", "utility"] as const)
    crowd.fill(-Infinity, rowOf(person, name), rowOf(person, name) + width);
  for (const name of COPIED) {
    const [from, row] = [choice[name], rowOf(person, name)];
    for (let c = 0; c < choice.count; c++) crowd[row + choice.good[c]] = from[c];
  }
  const later = rowOf(person, "later");
  for (let c = 0; c < choice.count; c++) {
    const k = choice.good[c];
    if (choice.flat[c] === 1) tables.flat[2 * k] = tables.flat[2 * k + 1] = -1;
    if (ahead) crowd[later + k] = ahead.later[choice.i * choice.pick.length + k];
  }
}
