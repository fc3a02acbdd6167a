import {
  compile,
  dayNumber,
  isoDate,
  type Market,
  marketAt,
  type Model,
  readDate,
  type Scenario,
} from "../../engine/index.ts";
import { expected, noVendor, outsideTime, RIGHT } from "../problem-words.ts";
import { ALL_HELD, MERGE_TWO } from "../verbs/verb-words.ts";
import { UsageError } from "../verb.ts";

/** A market as it stands on one day. */
export interface Day {
  readonly model: Model;
  readonly market: Market;
  readonly at: string;
}

/** Steps a scenario to a day, the first unless told otherwise. @throws UsageError for a day that it has not. */
export function openDay(
  scenario: Scenario,
  { at, seed, flag = "--at" }: { readonly at?: string; readonly seed: string | number; readonly flag?: string },
  onProgress: (done: number) => void = () => {},
): Day {
  const model = compile(scenario, { seed });
  const tick = tickOf(model, at ?? scenario.clock.start, flag);
  const days = marketAt(model, tick);
  let step = days.next();
  for (; !step.done; step = days.next()) onProgress(step.value);
  return { model, market: step.value, at: isoDate(model.startDay + tick * model.tickDays) };
}

function tickOf(model: Model, date: string, flag: string): number {
  const [first, last] = [model.startDay, model.startDay + (model.ticks - 1) * model.tickDays];
  const read = readDate(date);
  if (read === null) throw new UsageError(expected(flag, date, RIGHT.date));
  const day = dayNumber(read);
  if (day < first || day > last) throw new UsageError(outsideTime(`${flag} ${date}`, isoDate(first), isoDate(last)));
  return Math.floor((day - first) / model.tickDays);
}

/** Vendors by index, at least two of them. @throws UsageError for one there is not. */
export function vendorIndices(model: Model, ids: readonly string[]): number[] {
  const vendors = ids.map((id) => vendorIndex(model, "--merge", id));
  if (new Set(vendors).size < 2) throw new UsageError(MERGE_TWO);
  return vendors;
}

/** Products by index: those named, and all of a vendor that is; some must be left to move. @throws UsageError. */
export function heldProducts({ model, market }: Day, ids: readonly string[]): number[] {
  const hold = ids.flatMap((id) => {
    const product = model.products.findIndex((p) => p.id === id);
    return product >= 0 ? [product] : model.vendors[vendorIndex(model, "--hold", id)].products;
  });
  const moves = model.products.some(({ index }) => market.products.live[index] === 1 && !hold.includes(index));
  if (!moves) throw new UsageError(ALL_HELD);
  return hold;
}

function vendorIndex({ vendors }: Model, flag: string, id: string): number {
  const found = vendors.findIndex((v) => v.id === id);
  if (found >= 0) return found;
  const ids = vendors.map((v) => v.id);
  throw new UsageError(noVendor(flag, id, ids));
}
