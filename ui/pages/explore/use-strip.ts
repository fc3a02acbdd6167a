import { type KeyboardEvent, type SVGProps, useEffect, useRef, useState } from "react";
import type { Lane, LanePoint } from "../../../charts/data/lanes.ts";
import type { Run } from "../../../charts/data/lines-of.ts";
import type { TimeAxis } from "../../../charts/geometry/time-axis.ts";
import { cursor } from "../../store/view.ts";
import { addPoint, deletePoint, duplicatePoint, isMovable, nearestPoint, pinOrRelease } from "./strip-actions.ts";
import { dragFrom, type Grip, moveByKey, type Spot, useGrip } from "./use-grip.ts";
import { useLaneMenu } from "./use-lane-menu.ts";

interface Options {
  readonly run: Run;
  readonly lanes: readonly Lane[];
  readonly axis: TimeAxis;
  readonly label: (point: LanePoint, lane: Lane) => string;
  readonly openTable: () => void;
}

/** Editing on the event strip: what lanes and points need to be dragged, and to be worked by keyboard alone. */
export function useStrip({ run, lanes, axis, label, openTable }: Options) {
  const [active, setActive] = useState<string | null>(null); // id of the point that takes the Tab stop
  const wanted = useRef<Spot | null>(null); // to be focused once it is drawn
  const grip = useGrip(run, axis, (spot) => (wanted.current = spot));
  const { menu, closeMenu, laneProps } = useLaneMenu(run, axis);
  const tabStop = tabStopOf(lanes, active);
  const held = useRef(grip.way);

  useEffect(() => {
    if (!wanted.current) return;
    const point = nearestPoint(lanes, wanted.current.vendor, wanted.current.date);
    if (!point) return;
    setActive(point.id);
    focusOn(point);
    if (!held.current()) wanted.current = null;
  }, [lanes]);

  function byKey(e: KeyboardEvent, point: LanePoint, lane: Lane): void {
    if (!(grip.way() ? moveByKey(e, grip) : walk(e, point, lane))) return;
    e.preventDefault();
    e.stopPropagation();
  }

  function walk(e: KeyboardEvent, point: LanePoint, lane: Lane): boolean {
    const to = neighbour(lanes, lane, point, e.key);
    if (to) {
      wanted.current = null;
      setActive(to.id);
      focusOn(to);
      cursor.set(to.tick);
      return true;
    }
    const act = actOf(e, { run, point, lane, axis, grip });
    if (!act) return false;
    wanted.current = { vendor: lane.vendor, date: point.date };
    act();
    return true;
  }

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
      onBlur: () => grip.live?.keys && !wanted.current && grip.release(true),
      onPointerDown: (e) => {
        if (e.pointerType === "touch") openTable(); // lanes are lower than a finger: the table is the tool there
        else if (isMovable(point) && e.button === 0) dragFrom(e, point, axis, grip);
      },
      onKeyDown: (e) => byKey(e, point, lane),
    } as SVGProps<SVGGElement>;
  };

  return { laneProps, pointProps, live: grip.live, menu, closeMenu };
}

function tabStopOf(lanes: readonly Lane[], active: string | null): string | null | undefined {
  const points = lanes.flatMap((l) => l.points);
  return points.some((p) => p.id === active) ? active : points[0]?.id;
}

const focusOn = ({ id }: LanePoint): void =>
  document.querySelector<SVGGElement>(`[data-point="${CSS.escape(id)}"]`)?.focus();

interface At extends Pick<Options, "run" | "axis"> {
  readonly point: LanePoint;
  readonly lane: Lane;
  readonly grip: Grip;
}

/** What a key does on a point that is not in hand. A point that cannot be moved only takes a new one next to it. */
function actOf(e: KeyboardEvent, { run, point, lane, axis, grip }: At): (() => void) | undefined {
  const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  if (e.ctrlKey || e.metaKey || (!isMovable(point) && key !== "n")) return undefined;
  const acts: Readonly<Record<string, () => void>> = {
    Enter() {
      grip.grab(point, false);
      grip.move({ days: 0, steps: 0 }, true);
    },
    n: () => addPoint(run, lane.vendor, cursor.get() ?? Math.floor(axis.dates.length / 2)),
    d: () => duplicatePoint(run, point),
    p: () => pinOrRelease(run, point),
    Delete: () => deletePoint(run, point),
    Backspace: () => deletePoint(run, point),
  };
  return acts[key];
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
