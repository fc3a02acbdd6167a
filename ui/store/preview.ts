import { type Recording, type Scenario, hasLastingUsers } from "../../engine/index.ts";
import { daysOf } from "./days.ts";
import { finerColumns } from "./finer.ts";

const QUICK_MS = 25; // a preview should take about this long: its drawing takes longer on a slow machine
const FIXED_PART = 0.55; // of a run's time that does not depend on its people, as measured on a market of 21 products
const SIZES = [10_000, 5000, 2000]; // few, so that people and burn-in are kept from one preview to the next
const STRIDE = 3; // days a tick of a coarse preview: vendors answer up to two days late

/**
 * As much of a scenario as there is time for, given what a run of all its people takes [ms]: all of it on a fast
 * machine, then fewer people, then every third day as well. Fewer people alone would cost shares more than twice that
 * error.
 */
export function coarser(scenario: Scenario, wholeMs: number): Scenario {
  const { demand, clock } = scenario;
  if (!hasLastingUsers(scenario) || wholeMs <= QUICK_MS) return scenario;
  const takes = (agents: number, stride: number) =>
    (wholeMs / stride) * (FIXED_PART + (1 - FIXED_PART) * Math.min(1, agents / demand.agents));
  const strides = clock.tickDays > 1 ? [1] : [1, STRIDE];
  const all = strides.flatMap((stride) => SIZES.map((agents) => ({ agents, stride })));
  const { agents, stride } = all.find((x) => takes(x.agents, x.stride) <= QUICK_MS) ?? all[all.length - 1];
  return {
    ...scenario,
    clock: { ...clock, tickDays: clock.tickDays * stride },
    demand: { ...demand, agents: Math.min(agents, demand.agents) },
  };
}

/** A run with what was run. */
interface Done {
  readonly scenario: Scenario;
  readonly recording: Recording;
}

/** A coarse run laid out on the days of the whole one, so that it is drawn, read and held against others like any. */
export function onDaysOf({ clock }: Scenario, { scenario, recording: coarse }: Done): Done {
  const stride = scenario.clock.tickDays / clock.tickDays;
  if (stride === 1) return { scenario, recording: coarse };
  const dates = daysOf(clock);
  const days = dates.length;
  const layout = { stride, days, ticks: coarse.dates.length };
  const { switches } = coarse;
  const recording = {
    ...coarse,
    dates,
    tickDays: clock.tickDays,
    product: finerColumns(coarse.product, layout),
    vendor: finerColumns(coarse.vendor, layout),
    segment: finerColumns(coarse.segment, layout),
    market: finerColumns(coarse.market, layout),
    moves: coarse.moves.map((move) => ({ ...move, tick: move.tick * stride })),
    switches: switches && {
      ...switches,
      start: Int32Array.from({ length: days + 1 }, (_, t) => switches.start[Math.ceil(t / stride)]),
    },
  };
  return { scenario: { ...scenario, clock }, recording };
}
