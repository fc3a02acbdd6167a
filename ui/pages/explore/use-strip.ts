import { type KeyboardEvent, type PointerEvent, type SVGProps, useEffect, useRef, useState } from "react";
import type { Lane, LanePoint } from "../../../charts/data/lanes.ts";
import type { Run } from "../../../charts/data/lines-of.ts";
import type { TimeAxis } from "../../../charts/geometry/time-axis.ts";
import { cancelDrag, drag, drop, session } from "../../store/app.ts";
import { isoDate, dayNumber, type Meter } from "../../../engine/index.ts";
import type { Session } from "../../store/session.ts";
import { cursor } from "../../store/view.ts";
import {
  addPoint,
  copyPoint,
  deletePoint,
  duplicatePoint,
  factorOf,
  isMovable,
  nearestPoint,
  pinOrRelease,
  shiftedPrice,
  shiftPoint,
} from "./strip-actions.ts";

/** What a person is doing to a point right now. */
export interface Live {
  readonly vendor: string;
  readonly date: string; // where it stands now
  readonly price: { readonly from: number; readonly to: number; readonly meter: Meter } | null;
  readonly keys: boolean; // by keyboard
}

/** Where the context menu was asked for, and what it is about. */
export interface StripMenuAt {
  readonly x: number; // [px] in the window
  readonly y: number;
  readonly lane: Lane;
  readonly point: LanePoint | null;
  readonly tick: number;
}

interface Options {
  readonly run: Run;
  readonly lanes: readonly Lane[];
  readonly axis: TimeAxis;
  readonly label: (point: LanePoint, lane: Lane) => string;
  readonly openTable: () => void;
}

interface Grip {
  readonly point: LanePoint;
  readonly run: Run; // as it was when it was grabbed
  readonly start: Session;
  readonly copy: boolean;
  days: number;
  steps: number;
}

const PX_A_STEP = 3; // up and down: five per cent

/** Editing on the event strip: what lanes and points need to be dragged, and to be worked by keyboard alone. */
export function useStrip({ run, lanes, axis, label, openTable }: Options) {
  const [active, setActive] = useState<string | null>(null); // id of the point that takes the Tab stop
  const [menu, setMenu] = useState<StripMenuAt | null>(null);
  const [live, setLive] = useState<Live | null>(null);
  const grip = useRef<Grip | null>(null);
  const wanted = useRef<{ vendor: string; date: string } | null>(null); // to be focused once it is drawn
  const points = lanes.flatMap((l) => l.points);
  const tabStop = points.some((p) => p.id === active) ? active : points[0]?.id;

  useEffect(() => {
    if (!wanted.current) return;
    const point = nearestPoint(lanes, wanted.current.vendor, wanted.current.date);
    if (!point) return;
    setActive(point.id);
    document.querySelector<SVGGElement>(`[data-point="${CSS.escape(point.id)}"]`)?.focus();
    if (!grip.current) wanted.current = null;
  }, [lanes]);

  const grab = (point: LanePoint, copy: boolean) =>
    (grip.current = { point, run, start: session(), copy, days: 0, steps: 0 });

  function shift(keys: boolean): void {
    const g = grip.current;
    if (!g) return;
    const change = { days: g.days, factor: factorOf(g.steps) };
    const date = isoDate(dayNumber(g.point.date) + g.days);
    wanted.current = { vendor: g.point.vendor, date };
    setLive({ vendor: g.point.vendor, date, price: shiftedPrice(g.run, g.point, change.factor), keys });
    cursor.set(axis.tickOf(date));
    drag(() => (g.copy ? copyPoint : shiftPoint)(g.start, g.run, g.point, change));
  }

  function finish(keep: boolean): void {
    if (!grip.current) return;
    grip.current = null;
    setLive(null);
    if (keep) drop();
    else cancelDrag();
  }

  function byPointer(e: PointerEvent, point: LanePoint): void {
    if (e.pointerType === "touch") return openTable(); // lanes are lower than a finger: the table is the tool there
    if (!isMovable(point) || e.button !== 0) return;
    e.preventDefault();
    const g = grab(point, e.altKey);
    const [x, y] = [e.clientX, e.clientY];
    const a_day = axis.x(1) - axis.x(0);
    const move = (m: globalThis.PointerEvent) => {
      const days = Math.round((m.clientX - x) / a_day);
      const [whole, steps] = [m.shiftKey ? Math.round(days / 7) * 7 : days, Math.round((y - m.clientY) / PX_A_STEP)];
      if (whole === g.days && steps === g.steps) return;
      g.days = whole;
      g.steps = Math.abs(steps) < 2 ? 0 : steps; // a hand that goes sideways is never quite level
      shift(false);
    };
    const stop = (keep: boolean) => () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("keydown", escape);
      finish(keep && (g.days !== 0 || g.steps !== 0));
    };
    const up = stop(true);
    const escape = (k: globalThis.KeyboardEvent) => k.key === "Escape" && stop(false)();
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("keydown", escape);
  }

  function byKey(e: KeyboardEvent, point: LanePoint, lane: Lane): void {
    const handled = grip.current ? editKey(e) : walkKey(e, point, lane);
    if (!handled) return;
    e.preventDefault();
    e.stopPropagation();
  }

  function editKey(e: KeyboardEvent): boolean {
    const g = grip.current!;
    const [day, step] = e.shiftKey ? [7, 4] : [1, 1];
    if (e.key === "Enter") finish(true);
    else if (e.key === "Escape") finish(false);
    else if (e.key === "ArrowLeft") g.days -= day;
    else if (e.key === "ArrowRight") g.days += day;
    else if (e.key === "ArrowUp") g.steps += step;
    else if (e.key === "ArrowDown") g.steps -= step;
    else if (e.key === "0") g.steps = -20;
    else return false;
    shift(true);
    return true;
  }

  function walkKey(e: KeyboardEvent, point: LanePoint, lane: Lane): boolean {
    const to = neighbour(lanes, lane, point, e.key);
    if (to) {
      wanted.current = null;
      setActive(to.id);
      document.querySelector<SVGGElement>(`[data-point="${CSS.escape(to.id)}"]`)?.focus();
      cursor.set(to.tick);
      return true;
    }
    const act = {
      Enter: () => isMovable(point) && void (grab(point, false), shift(true)),
      n: () => addPoint(run, lane.vendor, cursor.get() ?? Math.floor(axis.dates.length / 2)),
      d: () => duplicatePoint(run, point),
      p: () => pinOrRelease(run, point),
      Delete: () => deletePoint(run, point),
      Backspace: () => deletePoint(run, point),
    }[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!act || e.ctrlKey || e.metaKey || (!isMovable(point) && e.key.toLowerCase() !== "n")) return false;
    wanted.current = { vendor: lane.vendor, date: point.date };
    act();
    return true;
  }

  const laneProps = (lane: Lane): SVGProps<SVGGElement> => ({
    ...(lane.points.length > 0 ? { role: "listbox", "aria-label": lane.title } : {}),
    onContextMenu: (e) => {
      const box = e.currentTarget.ownerSVGElement?.getBoundingClientRect();
      if (!box) return;
      e.preventDefault();
      const id = (e.target as Element).closest("[data-point]")?.getAttribute("data-point");
      const point = lane.points.find((p) => p.id === id) ?? null;
      // The menu key asks where the point stands, not where the mouse last was.
      const at = point ? axis.x(point.tick) + box.left : e.clientX;
      setMenu({ x: at, y: e.clientY, lane, point, tick: axis.tickAt(at - box.left) });
    },
    onDoubleClick: (e) => {
      const box = e.currentTarget.ownerSVGElement?.getBoundingClientRect();
      if (!box || (e.target as Element).closest("[data-point]")) return;
      addPoint(run, lane.vendor, axis.tickAt(e.clientX - box.left));
    },
  });

  const pointProps = (point: LanePoint): SVGProps<SVGGElement> => {
    const lane = lanes.find((l) => l.vendor === point.vendor)!;
    return {
      role: "option",
      "aria-selected": point.id === active,
      "aria-label": label(point, lane),
      tabIndex: point.id === tabStop ? 0 : -1,
      "data-point": point.id,
      "data-movable": isMovable(point) || undefined,
      onFocus: () => setActive(point.id),
      onBlur: () => grip.current && live?.keys && !wanted.current && finish(true),
      onPointerDown: (e) => byPointer(e, point),
      onKeyDown: (e) => byKey(e, point, lane),
    } as SVGProps<SVGGElement>;
  };

  return { laneProps, pointProps, live, menu, closeMenu: () => setMenu(null) };
}

/** Where an arrow leads: along a lane, or to the nearest point of the lane above or below. */
function neighbour(lanes: readonly Lane[], lane: Lane, point: LanePoint, key: string): LanePoint | undefined {
  const i = lane.points.findIndex((p) => p.id === point.id);
  if (key === "ArrowLeft") return lane.points[i - 1];
  if (key === "ArrowRight") return lane.points[i + 1];
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (step === undefined) return undefined;
  const withPoints = lanes.filter((l) => l.points.length > 0);
  const next = withPoints[withPoints.indexOf(lane) + step];
  return next && nearestPoint(withPoints, next.vendor, point.date);
}
