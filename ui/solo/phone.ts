import {
  applied,
  type ClassEvent,
  type ClassState,
  decide as judged,
  isRefusal,
  type PlayerView,
  playerView,
  replayed,
} from "../../engine/class/index.ts";
import type { Decisions } from "../../engine/game/index.ts";
import { Markets } from "../../server/markets.ts";
import { emptyOutbox, type Outbox } from "../class/outbox.ts";
import { observable } from "../store/observable.ts";
import { recall, remember } from "../store/storage.ts";
import { pool } from "./pool.ts";
import { task } from "./task.ts";

/**
 * Stands in for a phone's line to its class: a class of one, in the page itself, with bots in all other seats. Rounds
 * follow each other; at the end everything is uncovered.
 */

const PLAYER = "you";

export const view = observable<PlayerView | null>(null);
export const deadline = observable<number | null>(null);
export const left = observable<number | null>(null);
export const refusal = observable<{ readonly no: string } | null>(null);
export const outbox = observable<Outbox>(emptyOutbox("solo"));
export const returning = observable(false);
export const online = observable(true);
export const earlier = observable<string | null>(null);
export const join = (): void => {};
export const comeBack = join;

const events: ClassEvent[] = [];
let state: ClassState | null = null;
const markets = new Markets(pool, show, (error) => refusal.set({ no: String(error) }), new AbortController().signal);

function show(): void {
  if (state) view.set(playerView(state, state.players[PLAYER], markets.of(state)[0]));
}

const key = (): string => (task.kind === "game" ? `solo.${task.plan.game}.${task.vendor}` : "");

function happen(event: ClassEvent): void {
  events.push(event);
  state = state ? applied(state, event) : replayed(events);
  remember(key(), JSON.stringify(events.slice(1)));
}

function kept(): ClassEvent[] {
  try {
    return JSON.parse(recall(key()) ?? "[]") as ClassEvent[];
  } catch {
    return [];
  }
}

function start(list: readonly ClassEvent[]): void {
  events.length = 0;
  state = null;
  for (const event of list) happen(event);
}

/** Begins, or goes on where this browser was. */
export function beginGame(): void {
  if (task.kind !== "game") return;
  const { plan, vendor } = task;
  const at = Date.now();
  const open: ClassEvent = { kind: "open", at, code: "", boardKey: "", plan: { ...plan, markets: 1, seconds: 0 } };
  const first: ClassEvent = { kind: "join", at, player: PLAYER, name: "", key: "", to: { market: 0, vendor } };
  const fresh: ClassEvent[] = [open, first, { kind: "next", at }];
  const before = kept();
  try {
    start(before.length > 0 ? [open, ...before] : fresh);
  } catch {
    start(fresh); // what this browser kept is of another version, or none
  }
  show();
  if (state?.phase === "over") void markets.debrief(state);
}

/** Begins anew: what was played is forgotten. */
export function again(): void {
  remember(key(), "[]");
  location.reload();
}

export function decide(turn: number, decisions: Decisions): void {
  const at = Date.now();
  const sent = (state!.players[PLAYER].sent.solo ?? 0) + 1;
  const answer = judged(state!, { player: PLAYER, page: "solo", sent, turn, decisions }, at);
  if (isRefusal(answer)) return refusal.set(answer);
  refusal.set(null);
  happen(answer);
  happen({ kind: "close", at, bots: markets.bots(state!) });
  if (state!.phase === "results") happen({ kind: "next", at });
  else {
    happen({ kind: "reveal", at, step: "best" });
    void markets.settled(state!).then(() => markets.debrief(state!));
  }
  show();
}
