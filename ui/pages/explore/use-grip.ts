import { type PointerEvent, useRef, useState } from "react";
import type { LanePoint } from "../../../charts/data/lanes.ts";
import type { Run } from "../../../charts/data/lines-of.ts";
import type { TimeAxis } from "../../../charts/geometry/time-axis.ts";
import { dayNumber, isoDate, type Meter } from "../../../engine/index.ts";
import { cancelDrag, drag, drop, session } from "../../store/app.ts";
import type { Session } from "../../store/session.ts";
import { cursor } from "../../store/view.ts";
import { copyPoint, factorOf, shiftedPrice, shiftPoint } from "./strip-actions.ts";
import { inPage } from "../../store/fullscreen.ts";

/** What a person is doing to a point right now. */
export interface Live {
  readonly vendor: string;
  readonly date: string; // where it stands now
  readonly price: { readonly from: number; readonly to: number; readonly meter: Meter } | null;
  readonly keys: boolean; // by keyboard
}

/** A point's lane and day. */
export interface Spot {
  readonly vendor: string;
  readonly date: string;
}

/** How far a point in hand has been moved. */
interface Way {
  readonly days: number;
  readonly steps: number; // of price
}

interface Held extends Way {
  readonly point: LanePoint;
  readonly run: Run; // as it was when the point was grabbed
  readonly start: Session;
  readonly copy: boolean;
}

export interface Grip {
  readonly live: Live | null;
  way(): Way | null; // null: nothing is in hand
  grab(point: LanePoint, copy: boolean): void;
  move(way: Way, keys: boolean): void;
  release(keep: boolean): void;
}

/** One point in hand: the market runs as it moves, and is put back or kept when it is let go. */
export function useGrip(run: Run, axis: TimeAxis, onMove: (to: Spot) => void): Grip {
  const [live, setLive] = useState<Live | null>(null);
  const held = useRef<Held | null>(null);
  return {
    live,
    way: () => held.current,
    grab: (point, copy) => void (held.current = { point, run, start: session(), copy, days: 0, steps: 0 }),
    move(way, keys) {
      if (!held.current) return;
      held.current = { ...held.current, ...way };
      const { point, run: before, start, copy } = held.current;
      const change = { days: way.days, factor: factorOf(way.steps) };
      const spot = { vendor: point.vendor, date: isoDate(dayNumber(point.date) + way.days) };
      onMove(spot);
      setLive({ ...spot, price: shiftedPrice(before, point, change.factor), keys });
      cursor.set(axis.tickOf(spot.date));
      drag(() => (copy ? copyPoint : shiftPoint)(start, before, point, change));
    },
    release(keep) {
      if (!held.current) return;
      held.current = null;
      setLive(null);
      if (keep) drop();
      else cancelDrag();
    },
  };
}

const PX_A_STEP = 3; // up and down: five per cent
const WEEK = 7;

/** Drags a point until the pointer is let go; Escape puts it back. */
export function dragFrom(e: PointerEvent, point: LanePoint, axis: TimeAxis, grip: Grip): void {
  e.preventDefault();
  grip.grab(point, e.altKey);
  const [x, y] = [e.clientX, e.clientY];
  const dayPx = axis.x(1) - axis.x(0);
  const move = (m: globalThis.PointerEvent) => {
    const [across, up] = [Math.round(inPage(m.clientX - x) / dayPx), Math.round(inPage(y - m.clientY) / PX_A_STEP)];
    const days = m.shiftKey ? Math.round(across / WEEK) * WEEK : across;
    const steps = Math.abs(up) < 2 ? 0 : up; // a hand that goes sideways is never quite level
    const before = grip.way();
    if (days !== before?.days || steps !== before.steps) grip.move({ days, steps }, false);
  };
  const stop = (keep: boolean) => () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("keydown", escape);
    const way = grip.way();
    grip.release(keep && way !== null && (way.days !== 0 || way.steps !== 0));
  };
  const up = stop(true);
  const escape = (k: globalThis.KeyboardEvent) => k.key === "Escape" && stop(false)();
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("keydown", escape);
}

const FREE_STEPS = -20;

/** What a key does to the point in hand; false for a key that means nothing here. */
export function moveByKey({ key, shiftKey }: { key: string; shiftKey: boolean }, grip: Grip): boolean {
  const way = grip.way();
  if (!way) return false;
  const { days, steps } = way;
  const [day, step] = shiftKey ? [WEEK, 4] : [1, 1];
  const to: Readonly<Record<string, Way>> = {
    ArrowLeft: { days: days - day, steps },
    ArrowRight: { days: days + day, steps },
    ArrowUp: { days, steps: steps + step },
    ArrowDown: { days, steps: steps - step },
    "0": { days, steps: FREE_STEPS },
  };
  if (key === "Enter" || key === "Escape") grip.release(key === "Enter");
  else if (key in to) grip.move(to[key], true);
  else return false;
  return true;
}
