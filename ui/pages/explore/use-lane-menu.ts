import { type MouseEvent, type SVGProps, useState } from "react";
import type { Lane, LanePoint } from "../../../charts/data/lanes.ts";
import type { Run } from "../../../charts/data/lines-of.ts";
import type { TimeAxis } from "../../../charts/geometry/time-axis.ts";
import { addPoint } from "./strip-actions.ts";
import { inPage } from "../../store/fullscreen.ts";

/** Where the context menu was asked for, and what it is about. */
export interface StripMenuAt {
  readonly x: number; // [px] in the window
  readonly y: number;
  readonly lane: Lane;
  readonly point: LanePoint | null;
  readonly tick: number;
}

/** What a lane is to the mouse: its menu, and a new point where it is double-clicked. */
export function useLaneMenu(run: Run, axis: TimeAxis) {
  const [menu, setMenu] = useState<StripMenuAt | null>(null);
  const laneProps = (lane: Lane): SVGProps<SVGGElement> => ({
    ...(lane.points.length > 0 ? { role: "listbox", "aria-label": lane.title } : {}),
    onContextMenu(e) {
      const left = leftOf(e);
      if (left === undefined) return;
      e.preventDefault();
      const point = lane.points.find((p) => p.id === pointUnder(e)) ?? null;
      // The menu key asks where the point stands, not where the mouse last was.
      const x = point ? axis.x(point.tick) + left : e.clientX;
      setMenu({ x, y: e.clientY, lane, point, tick: axis.tickAt(x - left) });
    },
    onDoubleClick(e) {
      const left = leftOf(e);
      if (left !== undefined && pointUnder(e) === null)
        addPoint(run, lane.vendor, axis.tickAt(inPage(e.clientX - left)));
    },
  });
  return { menu, closeMenu: () => setMenu(null), laneProps };
}

/** Left edge of the strip in the window [px]. */
const leftOf = (e: MouseEvent<SVGGElement>): number | undefined =>
  e.currentTarget.ownerSVGElement?.getBoundingClientRect().left;

const pointUnder = (e: MouseEvent): string | null =>
  (e.target as Element).closest("[data-point]")?.getAttribute("data-point") ?? null;
