import { scaleLinear } from "d3";
import type { Course, CourseMove, TypicalWar } from "../../engine/index.ts";

/** A vendor's line of the timeline: its cuts, and how long it sold anything below cost. */
export interface WarLane {
  readonly vendor: string;
  readonly lag: number | null; // days; null: the trigger itself
  readonly depth: number; // of its deepest cut [0-1]
  readonly products: number;
  readonly free: number;
  readonly cuts: readonly { readonly x: number; readonly depth: number; readonly free: boolean }[];
  readonly below: readonly { readonly from: number; readonly to: number }[]; // [px]
}

export interface WarLayout {
  readonly index: readonly { readonly x: number; readonly y: number }[]; // a step a day
  readonly lanes: readonly WarLane[];
  readonly rounds: readonly {
    readonly x: number;
    readonly width: number;
    readonly day: number;
    readonly days: number;
    readonly vendors: number;
    readonly cuts: number;
  }[];
  readonly trough: { readonly x: number; readonly y: number };
  readonly ticks: readonly { readonly x: number; readonly day: number }[];
  readonly levels: readonly { readonly y: number; readonly value: number }[];
}

interface Frame {
  readonly left: number; // of the plot [px]
  readonly right: number;
  readonly top: number; // of the index
  readonly height: number;
}

const BEFORE_DAYS = 10; // shown before the trigger
const day = (date: string) => Date.parse(date) / 86_400_000;

/** A war on paper: days run from the trigger, the index falls from 1, vendors stand in the order they came in. */
export function warLayout(war: TypicalWar, course: Course, { left, right, top, height }: Frame): WarLayout {
  const zero = day(war.trigger.date);
  const days = course.dates.map((d) => day(d) - zero);
  const first = Math.max(days[0], -BEFORE_DAYS);
  const last = days[days.length - 1];
  const x = scaleLinear([first, Math.max(last, first + 1)], [left, right]);
  const start = Math.max(
    0,
    days.findLastIndex((d) => d < 0),
  );
  const index = course.index.map((v) => v / course.index[start]);
  const y = scaleLinear([Math.min(1, ...index) * 0.85, Math.max(1, ...index)], [top + height, top]);
  const shown = days.flatMap((d, t) => (d >= first ? [{ x: x(d), y: y(index[t]) }] : []));
  const low = days.indexOf(war.trough.day);
  return {
    index: shown,
    lanes: lanesOf(war, course, (date) => x(day(date) - zero)),
    rounds: war.rounds.map((r) => ({
      x: x(r.day),
      width: Math.max(3, x(r.day + r.days) - x(r.day)),
      day: r.day,
      days: r.days,
      vendors: r.vendors.length,
      cuts: r.cuts,
    })),
    trough: { x: x(war.trough.day), y: y(index[Math.max(0, low)]) },
    ticks: x.ticks(Math.max(2, Math.floor((right - left) / 110))).map((d) => ({ x: x(d), day: d })),
    levels: [1, ...(index[Math.max(0, low)] < 0.9 ? [index[Math.max(0, low)]] : [])].map((v) => ({
      y: y(v),
      value: v,
    })),
  };
}

const vendorOf = (product: string): string => product.slice(0, product.indexOf("."));

function lanesOf(war: TypicalWar, course: Course, x: (date: string) => number): WarLane[] {
  const starter = vendorOf(war.trigger.product);
  const own = war.reactions.find((r) => r.vendor === starter);
  const rest = war.reactions.filter((r) => r.vendor !== starter);
  const of = (vendor: string) => ({
    cuts: course.moves
      .filter((m) => vendorOf(m.product) === vendor && m.date >= war.trigger.date && isCut(m))
      .map((m) => ({ x: x(m.date), depth: 1 - m.to / m.from, free: m.to === 0 })),
    below: course.below
      .filter((b) => vendorOf(b.product) === vendor && b.to >= war.trigger.date)
      .map((b) => ({ from: x(b.from < war.trigger.date ? war.trigger.date : b.from), to: x(b.to) })),
  });
  const trigger = {
    vendor: starter,
    lag: null,
    depth: own?.depth ?? 0,
    products: own?.products ?? 0,
    free: own?.free ?? 0,
  };
  return [trigger, ...rest].map((lane) => ({ ...lane, ...of(lane.vendor) }));
}

const WORTH_A_POINT = 0.1; // as anatomy counts cuts
const isCut = ({ from, to }: CourseMove): boolean => from > 0 && to <= (1 - WORTH_A_POINT) * from;
