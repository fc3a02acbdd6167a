import type { Recording, Scenario } from "../../engine/index.ts";
import { coarser } from "./preview.ts";

export interface Request {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly quick: boolean; // a preview: fewer people and ticks, while a control is moving
  readonly of: object; // what is to be seen; the same object again is the same numbers again
}

export interface Done extends Request {
  readonly recording: Recording;
  readonly ms: number;
  readonly error?: number; // of a preview, where known: how far a share may be from the whole run's
}

/** A request, by its place among all requests. */
interface Placed {
  readonly request: Request;
  readonly place: number;
}

/** A request that runs. */
export interface Job extends Placed {
  readonly scenario: Scenario; // what is run of it: a preview runs as much as there is time for
}

/** What has been asked, what runs, what waits. */
interface Lanes {
  readonly asked: number; // requests so far
  readonly shown: number; // place of what was drawn last
  readonly preview: Job | null;
  readonly next: Placed | null; // the preview after it
  readonly resting: Placed | null; // runs whole once the control pauses
  readonly paused: boolean; // the control has, and only a preview under way is waited for
  readonly whole: Job | null;
  readonly last: object | null; // of the last whole run, if nothing was asked for since
  readonly fastest: { readonly id: string; readonly agents: number; readonly ms: number }; // whole run of a scenario
}

export const IDLE: Lanes = {
  asked: 0,
  shown: 0,
  preview: null,
  next: null,
  resting: null,
  paused: false,
  whole: null,
  last: null,
  fastest: { id: "", agents: 0, ms: Infinity },
};

/** `finished` comes as soon as a worker is free: with its time, or null for a run that failed or was cancelled. */
export type Happening =
  | { readonly kind: "asked"; readonly request: Request }
  | { readonly kind: "paused" }
  | { readonly kind: "finished"; readonly job: Job; readonly ms: number | null };

/** What is to be done about it. A run that begins whole ends the whole run before it. */
type Effect =
  | { readonly kind: "run"; readonly job: Job }
  | { readonly kind: "cancel" } // the whole run
  | { readonly kind: "tell"; readonly job: Job };

type Step = readonly [Lanes, readonly Effect[]];

/**
 * The latest change wins, on two lanes. Previews finish, and the newest one waiting comes next: cancelling them would
 * show nothing while a slider keeps moving. The whole run begins once the slider pauses and its preview is there, which
 * has the machine to itself until then, and is cancelled when it moves on. Nothing is drawn over what was asked for
 * later.
 */
export function step(lanes: Lanes, happening: Happening): Step {
  if (happening.kind === "asked") return ask(lanes, happening.request);
  if (happening.kind === "finished") return finish(lanes, happening.job, happening.ms);
  return lanes.preview ? [{ ...lanes, paused: true }, []] : startResting(lanes);
}

const startResting = (lanes: Lanes): Step =>
  lanes.resting
    ? startWhole(lanes, { ...lanes.resting, request: { ...lanes.resting.request, quick: false } })
    : [lanes, []];

/** The session that is run whole now, or next without anything further happening. */
export const comingWhole = ({ whole, paused, resting, last }: Lanes): object | null =>
  whole?.request.of ?? (paused ? resting?.request.of : null) ?? last;

function ask(before: Lanes, request: Request): Step {
  const placed = { request, place: before.asked + 1 };
  const lanes = { ...before, asked: placed.place, last: null, next: null, resting: null, paused: false };
  if (!request.quick) return startWhole(lanes, placed);
  const moving = { ...lanes, whole: null, resting: placed };
  const cancel: readonly Effect[] = lanes.whole ? [{ kind: "cancel" }] : [];
  if (lanes.preview) return [{ ...moving, next: placed }, cancel];
  const [started, effects] = startPreview(moving, placed);
  return [started, [...cancel, ...effects]];
}

function finish(lanes: Lanes, job: Job, ms: number | null): Step {
  const { place, request } = job;
  const cancelled = !request.quick && lanes.whole !== job;
  const [free, effects] = request.quick ? endPreview(lanes) : [cancelled ? lanes : endWhole(lanes, job, ms), []];
  const late = place < lanes.shown || (place === lanes.shown && request.quick);
  if (cancelled || late) return [free, effects];
  return [{ ...free, shown: place }, [...effects, { kind: "tell", job }]];
}

const isLike = ({ id, demand }: Scenario, { fastest }: Lanes): boolean =>
  id === fastest.id && demand.agents === fastest.agents;

function startPreview(lanes: Lanes, { request, place }: Placed): Step {
  const { scenario } = request;
  const run = isLike(scenario, lanes) ? coarser(scenario, lanes.fastest.ms) : scenario;
  const preview: Job = { request, place, scenario: run };
  return [{ ...lanes, preview, next: null }, [{ kind: "run", job: preview }]];
}

function endPreview(lanes: Lanes): Step {
  if (lanes.next) return startPreview(lanes, lanes.next);
  const free = { ...lanes, preview: null };
  return lanes.paused ? startResting(free) : [free, []];
}

function startWhole(lanes: Lanes, placed: Placed): Step {
  const whole: Job = { ...placed, scenario: placed.request.scenario };
  return [{ ...lanes, whole, resting: null, paused: false }, [{ kind: "run", job: whole }]];
}

/** The fastest whole run is steadier than the last one's time. */
function endWhole(lanes: Lanes, { request, scenario }: Job, ms: number | null): Lanes {
  if (ms === null) return { ...lanes, whole: null };
  const least = isLike(scenario, lanes) ? Math.min(lanes.fastest.ms, ms) : ms;
  const fastest = { id: scenario.id, agents: scenario.demand.agents, ms: least };
  return { ...lanes, whole: null, last: request.of, fastest };
}
